"""The content of a source of tests, as it is read."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import msgspec

from grader.errors import GraderError
from grader.submissions.bindings import names_of
from grader.submissions.syntax import UNPARSABLE, tree_of
from grader.suite.own_tests import Test
from grader.test_sources.libraries import ANSWERED, libraries_of


class TestSourceError(GraderError):
    """A source of tests cannot be used; the message says where and why."""


class Found(msgspec.Struct, frozen=True):
    """The content of a source of tests.

    Attributes:
        tests: in their order, and the answers that people mark among them.
        solution: the code of the reference solution, cell by cell; empty where there is none.
        imports: the names by which tests import the submission.
        names: those that are the submission's besides what the solution here binds.
        known_libraries: what its imports bind, where there is none to see it from.
        known_functions: its functions, where there is none to see them from; None if unknown.
        answered: the names that answers import and nothing else does.
        titles: of exercises whose names say nothing to people.
    """

    tests: tuple[Test, ...]
    solution: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    known_libraries: dict[str, str] = {}
    known_functions: tuple[str, ...] | None = None
    answered: frozenset[str] = frozenset()
    titles: dict[str, str] = {}

    @property
    def libraries(self) -> dict[str, str]:
        """What the names stand for that the reference and cells of tests import at their top."""
        found = dict(self.known_libraries)
        # What one cell of tests imports, others use, in whatever process they are run.
        for source in (
            *(test.source for test in self.tests if test.kind == "code"),
            *self.solution,
        ):
            found |= libraries_of(statements_of(source))
        asked = {name: ANSWERED + found[name] for name in self.answered & found.keys()}
        return found | asked

    @property
    def remote(self) -> frozenset[str]:
        """The names that the reference solution binds at its top level, imports left out."""
        found = set(self.names)
        for source in self.solution:
            for statement in statements_of(source):
                if type(statement).__name__ not in ("Import", "ImportFrom"):
                    found |= names_of(statement, frozenset()).binds
        return frozenset(found)

    @property
    def functions(self) -> frozenset[str] | None:
        """The functions that the reference defines at its top level; None if there is none."""
        if not self.solution and self.known_functions is None:
            return None
        statements = [part for source in self.solution for part in statements_of(source)]
        defined = (part.name for part in statements if isinstance(part, ast.FunctionDef))
        given = (
            target.id
            for part in statements
            if isinstance(part, ast.Assign) and isinstance(part.value, ast.Lambda)
            for target in part.targets
            if isinstance(target, ast.Name)
        )
        return frozenset((*defined, *given, *(self.known_functions or ())))


def shared(points: float, count: int) -> list[float]:
    """Points in equal parts, to a thousandth; the last part makes up the whole."""
    if not count:
        return []
    part = round(points / count, 3)
    return [part] * (count - 1) + [round(points - part * (count - 1), 3)]


def resolved(total: float | list[float | None] | None, given: list[float | None]) -> list[float]:
    """The points of each test of a question, by Otter's rule for what is not said.

    The rule is that of otter-grader.readthedocs.io, "Resolving Point Values": what a question is
    worth beyond the points of single tests is shared by the others; a question of which nothing is
    said is worth one point.

    Args:
        total: of the question, or of each test in a list; None if nothing is said.
        given: what is said of each test itself.

    Raises:
        TestSourceError: there are more or fewer points than tests, or more than the question's.
    """
    if isinstance(total, list):
        if len(total) != len(given):
            raise TestSourceError(f"{len(total)} points are listed for {len(given)} tests")
        given, total = total, None
    said = sum(points for points in given if points is not None)
    if total is None:
        total = said or (1.0 if None in given else 0.0)
    if said > total:
        raise TestSourceError(f"its tests are worth {said:g} points, and it is worth {total:g}")
    parts = iter(shared(float(total) - said, given.count(None)))
    return [next(parts) if points is None else float(points) for points in given]


def cells_of(path: Path) -> list[dict[str, Any]]:
    """The cells of an instructor's notebook, each with its source as one text.

    Raises:
        TestSourceError: it is no notebook.
    """
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return [{**cell, "source": "".join(cell["source"])} for cell in cells]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TestSourceError(f"{path} is no notebook: {error}") from None


def metadata_of(path: Path) -> dict[str, Any]:
    """What an instructor's notebook says of itself; nothing if it is no notebook."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))["metadata"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}


def statements_of(source: str) -> list[Any]:
    """The statements at the top level of a cell; none if Python cannot read it."""
    lines = source.split("\n")
    kept = ["" if line.lstrip().startswith(("%", "!")) else line for line in lines]
    try:
        return tree_of("\n".join(kept)).body
    except UNPARSABLE:
        return []
