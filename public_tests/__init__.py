"""The cases a student may see, and the ways to run them.

In the notebook::

    from public_tests import check, hint
    check(my_dense)
    hint("my_dense")

In a terminal: ``pytest public_tests --submission FILE``, or the grader itself. Each module beside
this one holds an exercise and its public cases.
"""

from __future__ import annotations

from typing import Any

from grader.checks import check as check
from grader.checks import check_function
from grader.checks import hint as hint

ASSIGNMENT = {
    "title": "Neural Networks: handwritten digits",
    "preload": ("tensorflow", "keras"),
    "points": 100,
    # Where a notebook that lies alone fetches the zip which `grader release` makes, and where
    # students ask. Fill in both addresses, if you have them, and run `grader build`.
    "package": "",
    "questions": "",
}


def __getattr__(name: str) -> Any:
    """``test_c1`` and the like: the check function of each exercise."""
    return check_function(name)
