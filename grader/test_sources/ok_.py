"""Files of OK tests, as Otter and ok.py have them: ``test = {...}`` with suites of examples.

The format is that of Otter's "OK-Formatted Test Files" and of ok.py's: ``setup`` is run before each
case of a suite. Suites in other languages, questions without code and locked cases, whose answers a
student has yet to unlock, test nothing here. Nothing of such a file is run to read it.
"""

from __future__ import annotations

import ast
import textwrap
from pathlib import Path
from typing import Any

from grader.submissions.syntax import tree_of
from grader.suite.own_tests import Test
from grader.test_sources.found import Found, TestSourceError, resolved

_PYTHON = "doctest"


def recognises(path: Path) -> bool:
    """Whether a file is one."""
    return path.suffix == ".py" and _table(path) is not None


def read(path: Path, root: Path) -> Found:
    """A test for each case of a file.

    Args:
        path: the file.
        root: the assignment's folder.

    Raises:
        TestSourceError: the file is not a test of OK's.
    """
    table = _table(path)
    if table is None:
        raise TestSourceError(f"{path} has no `test = {{...}}` of plain values")
    return Found(tests_of(table, path.stem, path.relative_to(root).as_posix()))


def tests_of(table: dict[str, Any], check: str, file: str) -> tuple[Test, ...]:
    """A test for each case of a table that such a file has.

    Args:
        table: the table.
        check: the name by which a notebook asks for it.
        file: the file that it stands in.

    Raises:
        TestSourceError: its points do not add up.
    """
    name = str(table.get("name") or check)
    cases = [
        {**case, "code": _below(suite.get("setup"), str(case["code"]))}
        for suite in table["suites"]
        if suite.get("type", _PYTHON) == _PYTHON
        for case in suite.get("cases", ())
        if "code" in case and not case.get("locked")
    ]
    try:
        points = resolved(table.get("points"), [case.get("points") for case in cases])
    except TestSourceError as error:
        raise TestSourceError(f"{file}, {name}: {error}") from None
    return tuple(
        Test(
            exercise=name,
            title=str(case.get("name") or f"test {number}"),
            points=part,
            kind="examples",
            source=case["code"],
            file=file,
            private=bool(case.get("hidden", table.get("hidden"))),
            place=f'grader.check("{check}")',
            all_or_nothing=bool(table.get("all_or_nothing")),
            message=str(case.get("failure_message") or ""),
        )
        for number, (case, part) in enumerate(zip(cases, points, strict=True), 1)
    )


def _below(setup: object, code: str) -> str:
    """The examples of a case below those that set it up."""
    above = textwrap.dedent(setup).strip() if isinstance(setup, str) else ""
    return f"{above}\n\n{textwrap.dedent(code)}" if above else code


def _table(path: Path) -> dict[str, Any] | None:
    try:
        tree = tree_of(path.read_text(encoding="utf-8"))
    except (OSError, SyntaxError, ValueError):
        return None
    for statement in tree.body:
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        if any(isinstance(target, ast.Name) and target.id == "test" for target in targets):
            try:
                found = ast.literal_eval(statement.value)  # type: ignore[attr-defined]
            except ValueError:
                return None
            return found if isinstance(found, dict) and "suites" in found else None
    return None
