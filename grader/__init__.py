"""An autograder in which a submission never meets the answers.

``grade("submit.ipynb")`` grades a file; the command ``grader`` does the same in a terminal.

What others may import is here and in four rooms; everything else may change without a word:

``grader``
    Grading from Python, its report and its errors.
``grader.suite``
    The vocabulary of authors: exercises, cases, questions and judgements.
``grader.report``
    A report in full, for whoever reads one.
``grader.export``
    ``Format``, for an output format of one's own.
``grader.checks``
    ``check`` and ``hint``, which an assignment hands to its notebooks.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from grader import checks, export, report, suite
    from grader.assignment.places import AssignmentError
    from grader.errors import GraderError
    from grader.grading.admission import WeakSandboxError
    from grader.protocol.limits import Limits
    from grader.report import CaseResult, ExerciseResult, Report
    from grader.sandbox.sandbox_error import SandboxError
    from grader.submissions.reading import SubmissionError
    from grader.workers.from_python import grade

__version__ = "0.1.0"
__all__ = [
    "AssignmentError",
    "CaseResult",
    "ExerciseResult",
    "GraderError",
    "Limits",
    "Report",
    "SandboxError",
    "SubmissionError",
    "WeakSandboxError",
    "__version__",
    "checks",
    "export",
    "grade",
    "report",
    "suite",
]

# Loaded on demand: the child's side imports this package, too, and must stay light.
_MODULES = {
    "AssignmentError": "grader.assignment.places",
    "CaseResult": "grader.report",
    "ExerciseResult": "grader.report",
    "GraderError": "grader.errors",
    "Limits": "grader.protocol.limits",
    "Report": "grader.report",
    "SandboxError": "grader.sandbox.sandbox_error",
    "SubmissionError": "grader.submissions.reading",
    "WeakSandboxError": "grader.grading.admission",
    "grade": "grader.workers.from_python",
}
_ROOMS = ("checks", "export", "report", "suite")


def __getattr__(name: str) -> Any:  # noqa: ANN401 - as a module's attributes are
    if name in _ROOMS:
        return importlib.import_module(f"{__name__}.{name}")
    if name in _MODULES:
        return getattr(importlib.import_module(_MODULES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
