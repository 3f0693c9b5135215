"""The place of an assignment on the disk, and the names of the folders in it.

An assignment is a folder with ``public_tests/``, ``assignment/`` (what the student receives) and,
at the instructor's, ``solutions/``.
"""

from __future__ import annotations

import os
from pathlib import Path

from grader.errors import GraderError

PUBLIC = "public_tests"
DESCRIPTION = "assignment.toml"  # of an assignment whose tests are an instructor's own
PRACTICE = "practice"
SECRET = "solutions"  # noqa: S105 - a folder
SUPPORT = "assignment"
HINTS = "hints.json"  # below PUBLIC: the hints for learners' own notebooks
_VARIABLE = "GRADER_ASSIGNMENT"


class AssignmentError(GraderError):
    """There is no assignment to grade against, or it is broken; the message says what to do."""


def find_assignment(given: Path | None = None) -> Path:
    """The assignment's folder: the one given, or one around here, or the one the grader lies in.

    A submission's own folder is never searched: it could bring tests of its own.

    Raises:
        AssignmentError: there is no assignment.
    """
    if given is None and os.environ.get(_VARIABLE):
        given = Path(os.environ[_VARIABLE])
    here = Path.cwd()
    beside = Path(__file__).resolve().parents[2]
    # An installed grader has public_tests/ beside it, too, but no assignment/.
    checkout = [beside] if (beside / SUPPORT).is_dir() else []
    for root in [given] if given else [here, *here.parents, *checkout]:
        if (root / DESCRIPTION).is_file() or (root / PUBLIC / "__init__.py").is_file():
            return root.resolve()
    where = f"in {given}" if given else "here"
    message = (
        f"there is no assignment {where}: a folder with {DESCRIPTION} or {PUBLIC}/ is needed. "
        "Name it with --assignment DIR"
    )
    raise AssignmentError(message)


def support(root: Path) -> Path | None:
    """The student's part of an assignment, which submissions may read; None if there is none."""
    return root / SUPPORT if (root / SUPPORT).is_dir() else None


def folders(*, secret: bool) -> tuple[str, ...]:
    """The folders of an assignment that its marks depend on."""
    return (PUBLIC, SUPPORT, SECRET) if secret else (PUBLIC, SUPPORT)
