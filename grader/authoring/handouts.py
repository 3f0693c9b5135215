"""The two notebooks made from an instructor's own: what students get, and the same solved."""

from __future__ import annotations

from pathlib import Path

from grader.assignment import specimens
from grader.assignment.described import description_of

STUDENT, SOLVED = "student.ipynb", "solved.ipynb"


def made(root: Path) -> dict[Path, str]:
    """The text of both notebooks by their paths; none where the tests are files.

    Args:
        root: the assignment's folder.

    Raises:
        AssignmentError: the description cannot be read.
        TestSourceError: the notebook is of no known kind.
    """
    if not description_of(root).notebook:
        return {}
    solved = specimens.solved(root)
    return {
        root / STUDENT: specimens.text_of(specimens.blank(root)),
        root / SOLVED: specimens.text_of(solved or {}),
    }


def write_handouts(root: Path) -> None:
    """Write both notebooks."""
    for path, text in made(root).items():
        path.write_text(text, encoding="utf-8")
