"""Lines of cells in their files: found in notebooks and scripts as they are written."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from grader.report import (
    CaseResult,
    CellTrouble,
    Provenance,
    exercise_result,
    new_report,
    with_file_lines,
)
from grader.submissions.reading import of_sources, read

PROVENANCE = Provenance(
    submission="x.py", digest="", assignment="A", assignment_digest="", grader="0", libraries={},
    sandbox=(), level="none", private_cases=True, ran_everything=False, seconds=0.0,
)  # fmt: skip
CELLS = [
    'import numpy as np\n\nx = "é\\n"\n',
    "def f(a):\n    return a\n",
    "def f(a):\n    return a + 1",
]


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("indent", [1, 4])
def test_a_line_of_a_notebook(indent: int, ascii_only: bool, tmp_path: Path) -> None:
    """Each line is found in its own cell, also if an earlier cell or an output has the same."""
    book = {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [
        {"cell_type": "markdown", "metadata": {}, "source": ["import numpy as np"]},
        *({"cell_type": "code", "metadata": {}, "execution_count": None,
           "outputs": [{"output_type": "stream", "name": "stdout", "text": ["1\n"]}],
           "source": text.splitlines(keepends=True)} for text in CELLS)]}  # fmt: skip
    path = tmp_path / "x.ipynb"
    path.write_text(json.dumps(book, indent=indent, ensure_ascii=ascii_only), encoding="utf-8")
    lines = path.read_text(encoding="utf-8").splitlines()
    found = read(path).lines
    for cell, source in enumerate(CELLS, 1):
        for number, words in enumerate(source.splitlines(), 1):
            if words:
                assert words in json.loads(
                    lines[found[cell - 1][number - 1] - 1].strip().rstrip(",")
                )
    assert found[1][0] < found[1][1] < found[2][0] < found[2][1]


def test_a_line_of_a_script(tmp_path: Path) -> None:
    """In a percent script the line is the file's; in a plain one it is the same number."""
    path = tmp_path / "x.py"
    path.write_text("# %%\na = 1\n# %% [markdown]\n# a = 1\n# %%\na = 1\nb = 2\n")
    (_, first, _), (_, second, third, _) = read(path).lines  # the mark is a cell's first line
    assert (2, 6, 7) == (first, second, third)


def test_line_ends_and_joined_lines(tmp_path: Path) -> None:
    """Any line end counts; of a notebook that is one long line no line is known."""
    script = tmp_path / "x.py"
    script.write_bytes(b"a = 1\r\nb = 2\rc = 3\n")
    assert ((1, 2, 3, 0),) == read(script).lines
    book = tmp_path / "x.ipynb"
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "source": "a = 1\nb = 2"}
    book.write_text(
        json.dumps({"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [cell]})
    )
    assert ((0, 0),) == read(book).lines
    assert () == of_sources("x.py", ("a = 1",)).lines


def test_a_report_names_the_lines_of_the_file() -> None:
    """Cases and cells that stopped say the file's line, a private case to the instructor alone."""
    stopped = CaseResult(id="e/a", title="a", status="failed", points=1, earned=0, cell=2, line=1)
    closed = msgspec.structs.replace(stopped, id="e/b", private=True)
    nowhere = msgspec.structs.replace(stopped, id="e/c", line=9)
    exercise = exercise_result("e", "E", (stopped, closed, nowhere), (), extra=False)
    trouble = CellTrouble(cell=1, line=2, what="NameError")
    placed = with_file_lines(new_report((exercise,), (trouble,), (), PROVENANCE), ((3, 4), (8,)))
    assert [8, 8, 0] == [case.file_line for case in placed.exercises[0].cases]
    assert [8, 0, 0] == [case.file_line for case in placed.for_student().exercises[0].cases]
    assert 4 == placed.cells[0].file_line
