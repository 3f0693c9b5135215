"""The one base of every error that is meant for people.

The command line catches it once, prints ``grader: `` and the sentence, and ends with the error's
exit code. Any other exception is a failure of the grader itself. This module imports nothing of the
grader, so that every room may import it, the child's included.
"""

from __future__ import annotations

import traceback
from pathlib import Path

# Exit codes: graded, whatever the score; below a threshold that was asked for; a usage error or a
# file that cannot be graded; the grader's own failure; Ctrl-C (128 and SIGINT, as shells have it).
GRADED, BELOW, USAGE, OURS, STOPPED = 0, 1, 2, 3, 130


class GraderError(Exception):
    """What went wrong, where, and what to do next, in a sentence for people.

    Attributes:
        exit_code: how the command ends.
    """

    exit_code: int = USAGE


def fault(error: BaseException, blameless: str = "the file") -> str:
    """In a sentence, that the grader failed, with where; for whoever reports it.

    Args:
        error: an exception that is meant for nobody.
        blameless: whose fault it is not.
    """
    where = traceback.extract_tb(error.__traceback__)[-1]
    at = f"{Path(where.filename).name}, line {where.lineno}"
    words = f"the grader failed, by no fault of {blameless}; please report"
    return f"{words} {type(error).__name__}: {error} ({at})"
