"""What would be handed in with an assignment of own tests: by the reference, and by nobody yet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from grader.assignment.described import Description, description_of
from grader.test_sources import students
from grader.test_sources.doctest_ import recognises


def solved(root: Path) -> dict[str, Any] | None:
    """The notebook with the reference solution as a student's; None if there is no reference.

    Args:
        root: the assignment's folder.

    Raises:
        AssignmentError: the description cannot be read.
        TestSourceError: the notebook is of no known kind.
    """
    described = description_of(root)
    if described.notebook:
        return students.notebook_of(root / described.notebook, solved=True)
    files = _solutions(root, described)
    return students.notebook_with(*(file.read_text("utf-8") for file in files)) if files else None


def blank(root: Path) -> dict[str, Any]:
    """The notebook as students are given it; where tests are files, an empty one.

    Args:
        root: the assignment's folder.

    Raises:
        AssignmentError: the description cannot be read.
        TestSourceError: the notebook is of no known kind.
    """
    described = description_of(root)
    if described.notebook:
        return students.notebook_of(root / described.notebook, solved=False)
    return students.notebook_with("# Your answers go here.")


def _solutions(root: Path, described: Description) -> list[Path]:
    """The files with the reference: the one that is named, or those with tests in docstrings."""
    if described.solution:
        return [root / described.solution]
    named = [root / name for name in (*described.tests, *described.private)]
    return [path for path in named if path.is_file() and recognises(path) and _defines(path)]


def _defines(path: Path) -> bool:
    """Whether a file is a program with examples, and not a table of them."""
    from grader.test_sources import ok_, pytest_

    return not ok_.recognises(path) and not pytest_.recognises(path)
