"""Notebooks that Otter Assign has made, with or without solutions: their metadata has the tests.

``metadata.otter.tests`` has a table for each question, as files of OK's have (otter-grader's
``nbmeta_config.py``); a cell ``grader.check("q1")`` is where its tests stand. Lines that end in
``# SOLUTION`` are left where solutions are. It does not name the answers that people mark.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from grader.suite.own_tests import Test
from grader.test_sources import ok_
from grader.test_sources.found import Found, TestSourceError, cells_of, metadata_of


def recognises(path: Path) -> bool:
    """Whether a file is such a notebook."""
    return path.suffix == ".ipynb" and bool(_tables(path))


def read(path: Path, root: Path) -> Found:
    """A test for each case in its metadata, and its cells as the solution.

    Args:
        path: the notebook.
        root: the assignment's folder.

    Raises:
        TestSourceError: its tests cannot be read.
    """
    file = path.relative_to(root).as_posix()
    tests: list[Test] = []
    for name, table in _tables(path).items():
        if not isinstance(table, dict) or not isinstance(table.get("suites"), list):
            words = "is compiled code: take its master notebook, or its folder of tests"
            raise TestSourceError(f"{file}: the test {name} {words}")
        tests += ok_.tests_of(table, name, file)
    code = [cell["source"] for cell in cells_of(path) if cell["cell_type"] == "code"]
    return Found(tuple(tests), tuple(code))


def _tables(path: Path) -> dict[str, Any]:
    about = metadata_of(path).get("otter")
    tables = about.get("tests") if isinstance(about, dict) else None
    return tables if isinstance(tables, dict) else {}
