"""Files of pytest or unittest tests: run by pytest itself, each test worth the same."""

from __future__ import annotations

import ast
from pathlib import Path

from grader.submissions.syntax import tree_of, walked
from grader.suite.own_tests import Test
from grader.test_sources.found import Found, TestSourceError


def recognises(path: Path) -> bool:
    """Whether a file holds tests by the names that pytest looks for."""
    return path.suffix == ".py" and bool(_names(path))


def read(path: Path, root: Path) -> Found:
    """A test for each function and method; one with parameters is one test, and passes as a whole.

    Args:
        path: the file.
        root: the assignment's folder.
    """
    file = path.relative_to(root).as_posix()
    tests = tuple(
        Test(
            exercise=path.stem.removeprefix("test_").removesuffix("_test"),
            title=name.replace("::", " "),
            points=1.0,
            kind="file",
            source=f"{path.name}::{name}",
            file=file,
            line=line,
        )
        for name, line in _names(path)
    )
    return Found(tests)


def _names(path: Path) -> list[tuple[str, int]]:
    """The tests of a file by pytest's names, with their lines."""
    try:
        tree = tree_of(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    except SyntaxError as error:
        raise TestSourceError(f"{path}, line {error.lineno}: {error.msg}") from None
    found = _tests_in(tree.body, "")
    for statement in tree.body:
        if isinstance(statement, ast.ClassDef) and _is_group(statement):
            found += _tests_in(statement.body, f"{statement.name}::")
    return found


def _is_group(statement: ast.ClassDef) -> bool:
    bases = [node for base in statement.bases for node in walked(base)]
    names = {getattr(node, "id", getattr(node, "attr", "")) for node in bases}
    return statement.name.startswith("Test") or any(name.endswith("TestCase") for name in names)


def _tests_in(body: list[ast.stmt], before: str) -> list[tuple[str, int]]:
    return [
        (before + statement.name, statement.lineno)
        for statement in body
        if isinstance(statement, ast.FunctionDef) and statement.name.startswith("test")
    ]
