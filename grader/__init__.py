"""An autograder in which a submission never meets the answers.

``grade("submit.ipynb")`` grades a file; the command ``grader`` does the same in a terminal.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from grader.grading.grader import grade

__version__ = "0.1.0"
__all__ = ["__version__", "grade"]

logging.getLogger(__name__).addHandler(logging.NullHandler())  # silent unless somebody listens


def __getattr__(name: str) -> Any:  # noqa: ANN401 - as a module's attributes are
    # Loaded on demand: the child's side imports this package, too, and must stay light.
    if name == "grade":
        from grader.grading.grader import grade

        return grade
    raise AttributeError(name)
