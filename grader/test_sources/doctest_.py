"""Docstrings with examples in a reference solution: a test for each function that has some."""

from __future__ import annotations

import ast
from pathlib import Path

from grader.submissions.syntax import tree_of
from grader.suite.own_tests import Test
from grader.test_sources.found import Found


def recognises(path: Path) -> bool:
    """Whether a file of Python has examples in its docstrings."""
    return path.suffix == ".py" and ">>> " in path.read_text(encoding="utf-8", errors="replace")


def read(path: Path, root: Path) -> Found:
    """A test for each docstring with examples, and the file itself as the solution.

    Args:
        path: the file.
        root: the assignment's folder.
    """
    source = path.read_text(encoding="utf-8")
    file = path.relative_to(root).as_posix()
    tests = []
    for statement in tree_of(source).body:
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef):
            continue
        text = ast.get_docstring(statement) or ""
        if ">>>" in text:
            name = statement.name
            tests.append(Test(name, name, 1.0, "examples", text, file, statement.lineno))
    return Found(tuple(tests), (source,), imports=(path.stem,))
