"""Otter's exception-based test files: functions under ``@test_case``, given the names they ask for.

The format is that of Otter's "Exception-Based Test Files" (otter-grader.readthedocs.io): a test's
parameters are names of the notebook, ``env`` is all of them. Nothing is run to read a file.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from grader.submissions.syntax import UNPARSABLE, tree_of
from grader.suite.own_tests import Test
from grader.test_sources.found import Found, TestSourceError, resolved

_MODULE = "otter.test_files"
_MARK = "test_case"
_ALL_NAMES = "env"


def recognises(path: Path) -> bool:
    """Whether a file is one."""
    if path.suffix != ".py":
        return False
    try:
        return any(_is_import(statement) for statement in _statements(path))
    except (OSError, *UNPARSABLE):
        return False


def read(path: Path, root: Path) -> Found:
    """A test for each function under ``@test_case``, with what else stands in the file above it.

    Args:
        path: the file.
        root: the assignment's folder.

    Raises:
        TestSourceError: its points do not add up.
    """
    statements = _statements(path)
    cases = [part for part in statements if isinstance(part, ast.FunctionDef) and _settings(part)]
    others = [part for part in statements if part not in cases and not _is_import(part)]
    said = {target.id: part.value for part in others if isinstance(part, ast.Assign)
            for target in part.targets if isinstance(target, ast.Name)}  # fmt: skip
    name = str(_value(said.get("name")) or path.stem)
    settings = [_settings(case) or {} for case in cases]
    try:
        points = ast.literal_eval(said["points"]) if "points" in said else None
        parts = resolved(points, [given.get("points") for given in settings])
    except (TestSourceError, ValueError) as error:
        raise TestSourceError(f"{path}: {error}") from None
    tests = tuple(
        Test(
            exercise=name,
            title=str(given.get("name") or case.name),
            points=part,
            kind="code",
            source=called(others, case),
            file=path.relative_to(root).as_posix(),
            line=case.lineno,
            private=bool(given.get("hidden")),
            place=f'grader.check("{path.stem}")',
            all_or_nothing=bool(_value(said.get("all_or_nothing"))),
            message=str(given.get("failure_message") or ""),
        )
        for case, given, part in zip(cases, settings, parts, strict=True)
    )
    return Found(tests)


def _statements(path: Path) -> list[ast.stmt]:
    return tree_of(path.read_text(encoding="utf-8")).body


def _is_import(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.ImportFrom) and statement.module == _MODULE


def _settings(function: ast.FunctionDef) -> dict[str, Any] | None:
    """What the mark of a test says of it; None if it has no such mark."""
    for mark in function.decorator_list:
        call = mark if isinstance(mark, ast.Call) else None
        if getattr(call.func if call else mark, "id", "") == _MARK:
            words = call.keywords if call else []
            return {_MARK: True, **{str(word.arg): _value(word.value) for word in words}}
    return None


def _value(node: ast.expr | None) -> Any:  # noqa: ANN401 - whatever is written there
    return node.value if isinstance(node, ast.Constant) else None


def called(others: list[ast.stmt], case: ast.FunctionDef) -> str:
    """The code of a test that is a function: what it may use, itself, and its call.

    Args:
        others: what stands beside it.
        case: the function; it is given the names that it asks for.
    """
    function = ast.parse(ast.unparse(case)).body[0]
    assert isinstance(function, ast.FunctionDef)  # noqa: S101 - it was one
    function.decorator_list = []
    arguments = (*case.args.posonlyargs, *case.args.args, *case.args.kwonlyargs)
    given = ", ".join(
        f"{argument.arg}={'globals()' if argument.arg == _ALL_NAMES else argument.arg}"
        for argument in arguments
    )
    parts = (*others, function)
    return "\n".join([*map(ast.unparse, parts), f"{case.name}({given})"])
