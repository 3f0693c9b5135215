"""Functions and classes that assert: in cells of a notebook, and in modules beside it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from grader.test_sources.found import statements_of

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_TEST_NAME = re.compile(r"(?:^|_)tests?(?:_|\d|$)", re.IGNORECASE)


class Asserting(NamedTuple):
    """A function or class that asserts.

    Attributes:
        module: that it is in; empty if it is a cell's.
        source: the text of its cell, without calls at its top.
        uses: the names in it.
        calls: the code that runs each of its tests, by their titles.
        is_hidden: whether a part of its cell stays with the instructor.
    """

    module: str
    source: str = ""
    uses: tuple[str, ...] = ()
    calls: tuple[tuple[str, str], ...] = ()
    is_hidden: bool = False


def defined(statements: list[ast.stmt], *, is_hidden: bool) -> dict[str, Asserting]:
    """By their names, the functions and classes of a cell that are tests.

    Args:
        statements: of the cell.
        is_hidden: whether a part of it stays with the instructor.
    """
    return {
        part.name: Asserting(
            "", _given(statements), tuple(names_in([part])), _calls_of(part), is_hidden
        )
        for part in statements
        if isinstance(part, Definition) and _is_named_test(part) and asserts(part)
    }


def _given(statements: list[ast.stmt]) -> str:
    """The text of a cell without what it does: its tests are run one by one."""
    given = [part for part in statements if not isinstance(part, ast.Expr)]
    return ast.unparse(ast.Module(given, []))


def _is_named_test(part: Definition) -> bool:
    if isinstance(part, ast.ClassDef):
        return any(_name_of(base).endswith("TestCase") for base in part.bases)
    return bare(part.name) != part.name


def _calls_of(part: Definition) -> tuple[tuple[str, str], ...]:
    if isinstance(part, ast.ClassDef):
        names = [inner.name for inner in part.body if isinstance(inner, ast.FunctionDef)]
        tests = [name for name in names if name.startswith("test")]
        return tuple((name, f'{part.name}("{name}").debug()') for name in tests)
    return ((part.name, f"{part.name}()"),)


def bare(name: str) -> str:
    """The name of a test without the word: ``area`` of ``test_area`` and ``area_test``."""
    return _TEST_NAME.sub("", name).strip("_")


def names_in(statements: Iterable[ast.stmt]) -> dict[str, None]:
    """The names in some statements, in their order; ``tests.area`` of a call is one, too."""
    nodes = [node for statement in statements for node in ast.walk(statement)]
    plain = [node.id for node in nodes if isinstance(node, ast.Name)]
    return dict.fromkeys([*plain, *called_in(statements)])


def called_in(statements: Iterable[ast.stmt]) -> list[str]:
    """The names that are called, those of attributes with a dot."""
    nodes = [node for statement in statements for node in ast.walk(statement)]
    return [_name_of(node.func) for node in nodes if isinstance(node, ast.Call)]


def _name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return f"{_name_of(function.value)}.{function.attr}"
    return function.id if isinstance(function, ast.Name) else ""


def asserts(statement: ast.stmt) -> bool:
    """Whether there is an assertion in it, or a call such as ``np.testing.assert_allclose()``."""
    return any(isinstance(node, ast.Assert) for node in ast.walk(statement)) or any(
        name.rpartition(".")[2].startswith(("assert", "raises")) for name in called_in([statement])
    )


def imported(statements: Iterable[ast.stmt], beside: Path) -> dict[str, Asserting]:
    """By the names that they are called by, the functions that assert in modules beside it."""
    found: dict[str, Asserting] = {}
    for statement in statements:
        if isinstance(statement, ast.Import):
            for alias in statement.names:
                prefix = alias.asname or alias.name
                for name in _asserting_in(alias.name, beside):
                    found[f"{prefix}.{name}"] = Asserting(alias.name)
        elif isinstance(statement, ast.ImportFrom) and statement.module:
            there = _asserting_in(statement.module, beside)
            for alias in statement.names:
                for name in there if alias.name == "*" else there & {alias.name}:
                    found[alias.asname or name] = Asserting(statement.module)
    return found


def _asserting_in(module: str, beside: Path) -> set[str]:
    """The functions of a module that assert, or are called tests; none without one beside it."""
    folders = [beside, *sorted(place for place in beside.iterdir() if place.is_dir())]
    file = next((file for place in folders if (file := place / f"{module}.py").is_file()), None)
    if file is None:
        return set()
    functions = [
        part
        for part in statements_of(file.read_text(encoding="utf-8", errors="replace"))
        if isinstance(part, ast.FunctionDef)
    ]
    return {part.name for part in functions if bare(part.name) != part.name or asserts(part)}
