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
from grader.test_sources.found import Found, TestSourceError, shared

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
    name = str(table.get("name") or path.stem)
    cases = [
        {**case, "code": _below(suite.get("setup"), str(case["code"]))}
        for suite in table["suites"]
        if suite.get("type", _PYTHON) == _PYTHON
        for case in suite.get("cases", ())
        if "code" in case and not case.get("locked")
    ]
    points = table.get("points")
    whole = sum(points) if isinstance(points, list) else float(1 if points is None else points)
    parts = shared(whole, len(cases))
    tests = tuple(
        Test(
            exercise=name,
            title=str(case.get("name") or f"test {number}"),
            points=float(case.get("points", part)),
            kind="examples",
            source=case["code"],
            file=path.relative_to(root).as_posix(),
            private=bool(case.get("hidden", table.get("hidden"))),
            place=f'grader.check("{path.stem}")',
        )
        for number, (case, part) in enumerate(zip(cases, parts, strict=True), 1)
    )
    return Found(tests)


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
