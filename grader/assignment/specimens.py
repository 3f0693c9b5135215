"""Submissions to an assignment of own tests: the reference as a student's, and the blank file.

Each function takes the assignment's folder. It raises AssignmentError if the description cannot be
read, and TestSourceError if the notebook is of no known kind.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from grader.assignment.described import Description, description_of, found_in
from grader.submissions.scripts import sources_of
from grader.test_sources import students
from grader.test_sources.doctest_ import recognises
from grader.test_sources.reading import kind_of
from grader.test_sources.stubs import stub_of

_NOTHING = "# Your answers go here."


def solved(root: Path) -> dict[str, Any] | None:
    """The notebook with the reference solution as a student's; None if there is no reference."""
    described = description_of(root)
    if described.notebook and not described.solution:
        notebook = students.notebook_of(root / described.notebook, solved=True)
        return notebook if notebook != blank(root) else None
    sources = _solutions(root, described)
    cells = [cell for source in sources for cell in sources_of(source)]
    return students.notebook_with(*cells) if cells else None


def blank(root: Path) -> dict[str, Any]:
    """The notebook as students get it; where tests are files, a notebook with their starter."""
    described = description_of(root)
    if described.notebook:
        return students.notebook_of(root / described.notebook, solved=False)
    return students.notebook_with(_starter(root, described))


def handed_out(root: Path) -> tuple[str, str]:
    """The name and the text of the file that students fill in: a notebook, or a module."""
    described = description_of(root)
    if described.notebook:
        return Path(described.notebook).name, text_of(blank(root))
    names = [*described.modules, *found_in(root, described).imports, "submission"]
    return f"{names[0]}.py", _starter(root, described)


def filled_in(root: Path) -> str | None:
    """The text of the same file with the reference solution; None if there is no reference."""
    described = description_of(root)
    if not described.notebook:
        return "\n\n".join(_solutions(root, described)) or None
    notebook = solved(root)
    return text_of(notebook) if notebook else None


def text_of(notebook: dict[str, Any]) -> str:
    """The text of a notebook's file."""
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def may_be_blank(notebook: Path) -> bool:
    """Whether a notebook with tests may be the students', so that the solution is another file."""
    return kind_of(notebook) in ("otter_release_", "asserts_")


def _starter(root: Path, described: Description) -> str:
    if described.starter:
        return (root / described.starter).read_text("utf-8")
    return "\n\n".join(map(stub_of, _solutions(root, described))) or _NOTHING


def _solutions(root: Path, described: Description) -> list[str]:
    """The files with the reference: the one that is named, or those with tests in docstrings."""
    if described.solution:
        return [(root / described.solution).read_text("utf-8")]
    named = [root / name for name in (*described.tests, *described.private)]
    files = [path for path in named if path.is_file() and recognises(path) and _defines(path)]
    return [path.read_text("utf-8") for path in files]


def _defines(path: Path) -> bool:
    """Whether a file is a program with examples, and not a table of them."""
    from grader.test_sources import ok_, pytest_

    return not ok_.recognises(path) and not pytest_.recognises(path)
