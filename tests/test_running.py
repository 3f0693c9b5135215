"""What counts as trouble when a notebook is run in a kernel."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from nbformat import v4, writes

from grader.release.notebook_run import NotebookRun, run_notebook, same_code

SENTENCE = """\
class MissingError(Exception):
    def _render_traceback_(self):
        return [f"Not yet: {self}"]

raise MissingError("do exercise 1 first")
"""
CELLS = [
    v4.new_markdown_cell("# A notebook"),
    v4.new_code_cell("import sys\nprint('fine')"),
    v4.new_code_cell("raise NotImplementedError", metadata={"tags": ["graded"]}),
    v4.new_code_cell(SENTENCE),
    v4.new_code_cell("1 / 0"),
    v4.new_code_cell("import warnings\nwarnings.warn('old')"),
    v4.new_code_cell("print('I0000 00:00 port.cc:153] oneDNN is on', file=sys.stderr)"),
    v4.new_code_cell("import os\nassert os.environ['WHERE'] == 'here'"),
]


def book(path: Path, cells: list[Any]) -> Path:
    """Write a notebook."""
    path.write_text(writes(v4.new_notebook(cells=cells)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> NotebookRun:
    """A notebook in which all kinds of things happen."""
    path = book(tmp_path_factory.mktemp("books") / "a.ipynb", CELLS)
    seen: list[tuple[int, int]] = []
    before = path.read_bytes()
    made = run_notebook(path, lambda *done: seen.append(done), {**os.environ, "WHERE": "here"})
    assert before == path.read_bytes()
    assert (len(CELLS), len(CELLS)) == seen[-1]
    return made


def test_a_filled_notebook_may_not_fail_or_warn(ran: NotebookRun) -> None:
    """Every error and every warning is a fault; notes about the processor are not."""
    assert [3, 4, 5, 6] == [fault.cell for fault in ran.faults(filled=True)]
    assert "cell 5: ZeroDivisionError: division by zero" in map(str, ran.troubles)


def test_a_blank_notebook_may_fail_where_something_is_missing(ran: NotebookRun) -> None:
    """Errors in exercises' cells and single sentences are expected; tracebacks are faults."""
    assert [5] == [fault.cell for fault in ran.faults(filled=False)]
    assert "cell 4: Not yet: do exercise 1 first" in map(str, ran.troubles)


def test_a_kernel_that_dies_is_a_fault(tmp_path: Path) -> None:
    """A kernel that dies is told like an error, with the last cell that ran."""
    cells = [v4.new_code_cell("import os"), v4.new_code_cell("os._exit(1)")]
    (fault,) = run_notebook(book(tmp_path / "a.ipynb", cells)).faults(filled=False)
    assert "the kernel died" in str(fault)


def test_only_code_tells_notebooks_apart(tmp_path: Path) -> None:
    """Notebooks with other texts and the same code need to be run only once."""
    one = book(tmp_path / "a.ipynb", CELLS)
    other = book(tmp_path / "b.ipynb", [v4.new_markdown_cell("# Another"), *CELLS[1:]])
    assert same_code(one, other)
    assert not same_code(one, book(tmp_path / "c.ipynb", CELLS[:-1]))
