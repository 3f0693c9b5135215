"""Lines of cells in their files: found in notebooks and scripts as they are written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from grader.submissions.lines import lines_of

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
           "source": one.splitlines(keepends=True)} for one in CELLS)]}  # fmt: skip
    path = tmp_path / "x.ipynb"
    path.write_text(json.dumps(book, indent=indent, ensure_ascii=ascii_only), encoding="utf-8")
    lines = path.read_text(encoding="utf-8").splitlines()
    line_at = lines_of(path)
    for cell, source in enumerate(CELLS, 1):
        for number, words in enumerate(source.splitlines(), 1):
            if words:
                assert words in json.loads(lines[line_at(cell, number) - 1].strip().rstrip(","))
    assert line_at(2, 1) < line_at(2, 2) < line_at(3, 1) < line_at(3, 2)
    assert 1 == line_at(9, 9)


def test_a_line_of_a_script(tmp_path: Path) -> None:
    """In a percent script the line is the file's; in a plain one it is the same number."""
    path = tmp_path / "x.py"
    path.write_text("# %%\na = 1\n# %% [markdown]\n# a = 1\n# %%\na = 1\nb = 2\n")
    line_at = lines_of(path)
    assert [2, 6, 7] == [line_at(1, 2), line_at(2, 2), line_at(2, 3)]  # the mark is a cell's first


@pytest.mark.parametrize("content", ["", "{", '{"cells": []}'])
def test_a_file_that_cannot_be_read_points_at_its_first_line(content: str, tmp_path: Path) -> None:
    """Pointing never fails."""
    path = tmp_path / "x.ipynb"
    path.write_text(content)
    assert 1 == lines_of(path)(1, 1)
    assert 1 == lines_of(tmp_path / "none.ipynb")(1, 1)
