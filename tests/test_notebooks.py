"""Every notebook of the week runs from top to bottom in a real Jupyter kernel.

Filled in, none fails or warns. As handed out, a notebook fails where something is to be written,
and elsewhere only in a sentence that says what is missing. What has nothing to fill in runs as
it is; test_readings.py does that with the readings, which it makes into pages.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import v4

from grader.release.notebook_run import NotebookRun, same_code

ROOT = Path(__file__).resolve().parents[1]
STUDENTS, SOLUTIONS = ROOT / "assignment", ROOT / "solutions"
Play = Callable[[Path], NotebookRun]


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
def test_a_blank_notebook_waits_where_something_is_missing(book: Path, played: Play) -> None:
    """As handed out, no cell fails: what has no answer yet, and what needs it, waits."""
    run = played(STUDENTS / book)
    assert [] == [str(fault) for fault in run.troubles]
    assert run.waiting
    code = [cell for cell in run.notebook.cells if cell.cell_type == "code"]
    assert list(range(1, len(code) + 1)) == [cell.execution_count for cell in code]


def test_other_notebooks_run_as_they_are(played: Play) -> None:
    """What is only read and tried runs as it is, without an error or a warning."""
    runs = {book: played(STUDENTS / book).faults(filled=True) for book in WHOLE}
    assert {} == {str(book): list(map(str, faults)) for book, faults in runs.items() if faults}


def test_every_filled_notebook_is_of_one_that_students_have() -> None:
    """No filled notebook is left over from one that is not there any more."""
    solved = {path.relative_to(SOLUTIONS) for path in SOLUTIONS.rglob("*.ipynb")}
    solved = {path for path in solved if not path.name.endswith(".source.ipynb")}
    assert {path for path in solved if ".ipynb_checkpoints" not in path.parts} <= set(books())


HALF = {
    "quiz_1 = None": "quiz_1 = (400,)",
    "quiz_2 = None": "quiz_2 = (4, 4)",
    "    a_out = None  #": "    return a_out  #",
}
"""What a learner has changed: a right answer, a wrong one, and a function that fails."""


@pytest.mark.parametrize("book", BLANK, ids=str)
def test_run_all_runs_all(book: Path) -> None:
    """Whatever is unfinished, or fails, "Run All" goes on, so that one can go on another day."""
    notebook = nbformat.read(STUDENTS / book, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for cell in code:
        for old, new in HALF.items():
            cell.source = cell.source.replace(old, new)
    folder = {"metadata": {"path": str((STUDENTS / book).parent)}}
    client = NotebookClient(notebook, kernel_name="python3", resources=folder)
    client.execute(env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"}, stderr=subprocess.DEVNULL)
    assert list(range(1, len(code) + 1)) == [cell.execution_count for cell in code]
    if book.name == "C2_W1_Assignment.ipynb":
        shown = "".join(str(output) for cell in code for output in cell.outputs)
        assert "1 of 18 cases passed, 16 wait" in shown
        assert "NameError" in shown
        assert "`my_sequential` calls your `my_dense`" not in shown, "it waits itself"


def test_an_earlier_run_is_told_in_a_kernel() -> None:
    """After a cell that did not run, a check says that it judges what ran before."""
    cells = [
        "from public_tests import check",
        "def my_dense(a_in, W, b, g):\n    return 1",
        "check(my_dense)",
        "def my_dense(a_in, W, b, g):\n    return 2 +",
        "check(my_dense)",
    ]
    notebook = v4.new_notebook(cells=[v4.new_code_cell(cell) for cell in cells])
    folder = {"metadata": {"path": str(STUDENTS)}}
    client = NotebookClient(notebook, allow_errors=True, resources=folder, kernel_name="python3")
    client.execute(stderr=subprocess.DEVNULL)
    before, after = (str(notebook.cells[number].outputs) for number in (2, 4))
    assert "did not run" not in before
    assert "Your last version of <code>my_dense</code> did not run" in after
    assert "Expected" not in after


def test_the_stop_button_stops_a_check_in_a_kernel() -> None:
    """One press of the stop button ends a check, and the panel of no case is shown."""
    cells = [
        "from public_tests import check",
        "def my_dense(a_in, W, b, g):\n    while True:\n        pass",
        "check(my_dense, seconds=600)",
        "check(my_dense, seconds=0.5)",
    ]
    notebook = v4.new_notebook(cells=[v4.new_code_cell(cell) for cell in cells])
    folder = {"metadata": {"path": str(STUDENTS)}}
    client = NotebookClient(notebook, allow_errors=True, timeout=8, resources=folder,
                            kernel_name="python3", interrupt_on_timeout=True)  # fmt: skip
    client.execute(stderr=subprocess.DEVNULL)
    stopped, timed = (str(notebook.cells[number].outputs) for number in (2, 3))
    assert "stopped while my_dense ran; does its loop end?" in stopped
    assert "text/html" not in stopped
    assert "did not finish within 0.5 s" in timed
