"""Files of pytest's or unittest's: a test for each function and method, run by pytest itself.

Where a file has Gradescope's marks (gradescope-utils.readthedocs.io, "decorators"), ``weight`` says
its points and ``visibility`` whether students may see it.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import NamedTuple

from grader.submissions.syntax import tree_of, walked
from grader.suite.own_tests import Test
from grader.test_sources.found import Found, TestSourceError

_GRADESCOPE = "gradescope_utils"
_WEIGHTS = ("weight", "partial_credit")


class _Named(NamedTuple):
    """A test of a file, by pytest's name."""

    name: str
    line: int
    marks: dict[str, ast.expr]  # Gradescope's, with their first arguments


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
    of_gradescope = _GRADESCOPE in path.read_text(encoding="utf-8")
    tests = tuple(
        Test(
            exercise=path.stem.removeprefix("test_").removesuffix("_test"),
            title=test.name.replace("::", " "),
            points=_points(test.marks) if of_gradescope else 1.0,
            kind="file",
            source=f"{path.name}::{test.name}",
            file=file,
            line=test.line,
            private=of_gradescope and _is_hidden(test.marks),
        )
        for test in _names(path)
    )
    return Found(tests)


def _points(marks: dict[str, ast.expr]) -> float:
    """What a test is worth by its weight; without one it counts for nothing."""
    found = [_value(marks[name]) for name in _WEIGHTS if name in marks]
    return float(found[0]) if found and isinstance(found[0], int | float) else 0.0


def _is_hidden(marks: dict[str, ast.expr]) -> bool:
    return "visibility" in marks and _value(marks["visibility"]) != "visible"


def _value(argument: ast.expr) -> object:
    return argument.value if isinstance(argument, ast.Constant) else None


def _names(path: Path) -> list[_Named]:
    """The tests of a file by pytest's names, with their lines and marks."""
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


def _tests_in(body: list[ast.stmt], before: str) -> list[_Named]:
    return [
        _Named(before + statement.name, statement.lineno, _marks(statement))
        for statement in body
        if isinstance(statement, ast.FunctionDef) and statement.name.startswith("test")
    ]


def _marks(function: ast.FunctionDef) -> dict[str, ast.expr]:
    calls = [mark for mark in function.decorator_list if isinstance(mark, ast.Call) and mark.args]
    return {
        getattr(call.func, "id", getattr(call.func, "attr", "")): call.args[0] for call in calls
    }
