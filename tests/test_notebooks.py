"""Every notebook of the week runs from top to bottom in a real Jupyter kernel.

Filled in, none fails or warns. As handed out, a notebook fails where something is to be written,
and elsewhere only in a sentence that says what is missing. What has nothing to fill in runs as
it is; test_readings.py does that with the readings, which it makes into pages.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.release.running import Played, same_code

ROOT = Path(__file__).resolve().parents[1]
STUDENTS, SOLUTIONS = ROOT / "assignment", ROOT / "solutions"
Play = Callable[[Path], Played]


def books() -> list[Path]:
    """The notebooks that students receive, by their place in the folder."""
    found = [path.relative_to(STUDENTS) for path in sorted(STUDENTS.rglob("*.ipynb"))]
    return [path for path in found if ".ipynb_checkpoints" not in path.parts]


def is_blank(book: Path) -> bool:
    """Whether something is to be written in a notebook."""
    return (SOLUTIONS / book).is_file() and not same_code(SOLUTIONS / book, STUDENTS / book)


BLANK = [book for book in books() if is_blank(book)]
WHOLE = [book for book in books() if book not in BLANK and book.parts[0] != "Readings"]

if not SOLUTIONS.is_dir():
    pytest.skip("without the filled ones one cannot tell what is blank", allow_module_level=True)


@pytest.mark.parametrize("book", BLANK, ids=str)
def test_a_filled_notebook_runs(book: Path, played: Play) -> None:
    """A filled notebook fails nowhere and writes nothing to standard error."""
    assert [] == [str(fault) for fault in played(SOLUTIONS / book).faults(filled=True)]


@pytest.mark.parametrize("book", BLANK, ids=str)
def test_a_blank_notebook_fails_where_something_is_missing(book: Path, played: Play) -> None:
    """As handed out, it fails in exercises, or says in one sentence which one it needs."""
    run = played(STUDENTS / book)
    assert [] == [str(fault) for fault in run.faults(filled=False)]
    assert any(trouble.error for trouble in run.troubles), (
        "nothing tells that it is to be filled in"
    )


def test_other_notebooks_run_as_they_are(played: Play) -> None:
    """What is only read and tried runs as it is, without an error or a warning."""
    runs = {book: played(STUDENTS / book).faults(filled=True) for book in WHOLE}
    assert {} == {str(book): list(map(str, faults)) for book, faults in runs.items() if faults}


def test_every_filled_notebook_is_of_one_that_students_have() -> None:
    """No filled notebook is left over from one that is not there any more."""
    solved = {path.relative_to(SOLUTIONS) for path in SOLUTIONS.rglob("*.ipynb")}
    solved = {path for path in solved if not path.name.endswith(".source.ipynb")}
    assert {path for path in solved if ".ipynb_checkpoints" not in path.parts} <= set(books())
