"""The one base of every error that is meant for people.

The command line catches it once, prints ``grader: `` and the sentence, and ends with the error's
exit code. Any other exception is a failure of the grader itself. This module imports no room of the
grader, so that every room may import it, the child's included.
"""

from __future__ import annotations

import logging
import os
import traceback
from pathlib import Path

from grader.texts import printable

# Exit codes: graded, whatever the score; below a threshold that was asked for; a usage error or a
# file that cannot be graded; the grader's own failure; Ctrl-C (128 and SIGINT, as shells have it).
GRADED, BELOW, USAGE, OURS, STOPPED = 0, 1, 2, 3, 130
_HARNESS = Path(__file__).parent
_PYTHON = Path(os.__file__).parent

# Errors in spite of which the grader goes on are logged; the log is silent by default.
logging.getLogger("grader").addHandler(logging.NullHandler())


class GraderError(Exception):
    """An error for people: a sentence on what went wrong, where, and what to do next.

    Attributes:
        exit_code: how the command ends.
    """

    exit_code: int = USAGE


def fault(error: BaseException, blameless: str = "the file") -> str:
    """A sentence that says that the grader failed and where, for those who report it.

    Args:
        error: an exception that is no GraderError.
        blameless: the thing that is not at fault.
    """
    words = f"the grader failed, by no fault of {blameless}; please report"
    return printable(f"{words} {type(error).__name__}: {error} ({place_of(error)})")


def place_of(error: BaseException) -> str:
    """The file and the line where an exception came from: the last that is no library's.

    So the line of ours, or of an assignment's author, is named that a library was called from.
    """
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return "nowhere"
    own = [frame for frame in frames if not _is_of_a_library(frame.filename)]
    frame = (own or frames)[-1]
    return f"{Path(frame.filename).name}, line {frame.lineno}"


def is_ours(error: BaseException) -> bool:
    """Whether a file of the grader's own raised an exception."""
    frames = traceback.extract_tb(error.__traceback__)
    return bool(frames) and Path(frames[-1].filename).is_relative_to(_HARNESS)


def _is_of_a_library(name: str) -> bool:
    path = Path(name)
    if path.is_relative_to(_HARNESS):
        return False
    return name.startswith("<") or path.is_relative_to(_PYTHON) or "site-packages" in path.parts
