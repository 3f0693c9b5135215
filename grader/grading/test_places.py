"""The places of an instructor's tests in a submission, and which of them may share its process.

A test sees the notebook as it is at its place: cells up to there have run, those below have not.
Public tests are all run before the first private one, so that nothing a private test asked can come
out in their words. Where the cells below a private test only add names that are not used before, it
sees the same after all cells as at its place, and needs no second process that runs them again.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from functools import cache

import msgspec
from msgspec.structs import replace

from grader.protocol.limits import Limits
from grader.submissions.bindings import names_of
from grader.submissions.reading import Cell
from grader.submissions.syntax import UNPARSABLE, tree_of, walked
from grader.suite import Suite
from grader.suite.own_tests import Test

END = 1 << 30  # a place below every cell
_CHECK = "grader.check("  # begins the place of a test that the notebook asks for by its name
_CHECKING = re.compile(  # lines of Otter's, OK's and Gofer's own cells
    r"""\bgrader\.\w|\bok\.(?:grade|check|auth|submit|score)\(|from grader import|^check\(["']"""
)
_ASKS_FOR = (
    r"""(?:\b(?:grader|ok)\.(?:check|grade)|\bcheck)\(\s*["'](?:tests/)?{}(?:\.py|\.ok)?["']"""
)
_WORD = re.compile(r"[^\W\d]\w*")


class Group(msgspec.Struct, frozen=True):
    """Tests that share a process: the public ones are run first.

    Attributes:
        limits: the limits of the submission.
        public: the tests that students may see.
        private: the tests that stay with the instructor.
        runs_all: whether all cells are run before the private tests, so that the report can tell
            which cells stopped and what an answer that a person marks has printed.
    """

    limits: Limits
    public: tuple[Test, ...] = ()
    private: tuple[Test, ...] = ()
    runs_all: bool = False


def groups(suite: Suite, limits: Limits, cells: Sequence[Cell]) -> tuple[Group, ...]:
    """The tests of a suite in the order in which they are run.

    One group has the usual limits and no private test that needs a process of its own. It is there
    even without tests: the report tells which cells stopped in it.

    Args:
        suite: the assignment.
        limits: the usual limits of a submission.
        cells: the cells of the submission.
    """
    whole = suite.limits.get("", {})
    public: dict[Limits, list[Test]] = {}
    private: dict[Limits, list[Test]] = {}
    for test in in_use(suite.tests):
        own = suite.limits_of(test)
        of_test = limits if own == whole else limits.changed(own, whole)
        (private if test.private else public).setdefault(of_test, []).append(test)
    hidden = private.get(limits, [])
    shares = all(map(_Below(cells, suite.tests).adds_nothing_for, hidden))
    given = tuple(public.pop(limits, ()))
    runs_all = suite.has_private or not given or any(test.kind == "manual" for test in suite.tests)
    usual = Group(limits, given, tuple(hidden if shares else ()), runs_all)
    if shares:
        private.pop(limits, None)
    return (
        *(Group(own, public=tuple(tests)) for own, tests in public.items()),
        usual,
        *(Group(own, private=tuple(tests)) for own, tests in private.items()),
    )


@cache
def in_use(tests: tuple[Test, ...]) -> tuple[Test, ...]:
    """The tests that are run, and the public part of private ones whose names other tests use.

    Args:
        tests: the tests of an assignment, in their order.
    """
    found: list[Test] = []
    run = [test for test in tests if test.kind != "manual"]
    later: set[str] = set()  # words of the public cells of tests below
    for test in reversed(run):
        found.append(test)
        if test.private and stands_as_given(test) and later & _bound(test.place):
            found.append(replace(test, private=False, source=test.place))
        elif not test.private and test.kind == "code":
            later |= words(test.source)
    return tuple(reversed(found))


def place_of(test: Test, cells: Sequence[Cell]) -> int:
    """The number of the last cell that has run when a test runs."""
    if not test.place or test.kind == "file":
        return END
    at = [cell for cell in cells if _stands_for(cell, test)]
    if not at:
        return END
    return at[-1].number - (1 if is_test(at[-1], (test,)) else 0)


def stands_as_given(test: Test) -> bool:
    """Whether a test's own code stands in the students' notebook, as nbgrader's does."""
    return test.kind == "code" and bool(test.place) and not test.place.startswith(_CHECK)


def is_test(cell: Cell, tests: Iterable[Test]) -> bool:
    """Whether a cell is the place of a test, and no part of the submission's work."""
    text = cell.source.strip()
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith("#")]
    checks = bool(lines) and all(_CHECKING.search(line) for line in lines)
    return bool(text) and (checks or any(text == test.place for test in tests))


def words(source: str) -> set[str]:
    """The words of a source: all names that it mentions are among them."""
    return set(_WORD.findall(source))


def _stands_for(cell: Cell, test: Test) -> bool:
    if test.place.startswith(_CHECK):
        name = re.escape(test.place.removeprefix(_CHECK).strip("\"')"))
        return bool(re.search(_ASKS_FOR.format(name), cell.source))
    return bool(test.place) and cell.source.strip() == test.place


@cache
def _bound(source: str) -> frozenset[str]:
    """The names that a source binds at its top."""
    try:
        statements = tree_of(source).body
    except UNPARSABLE:
        return frozenset()
    return frozenset(
        name for statement in statements for name in names_of(statement, frozenset()).binds
    )


class _Below:
    """Tells whether the cells below a test change what the test sees."""

    def __init__(self, cells: Sequence[Cell], tests: Sequence[Test]) -> None:
        """Look at a submission.

        Args:
            cells: the cells of the submission, in order.
            tests: the tests of the assignment.
        """
        self._cells = cells
        self._tests = tests
        self._mentioned: dict[str, int] = {}  # for each name, the first cell that mentions it
        self._bound: dict[str, int] = {}  # for each name, the last cell that binds it
        self._last_act = 0  # the last cell that does more than bind names
        for cell in cells:
            if is_test(cell, tests):
                continue
            for word in words(cell.source):
                self._mentioned.setdefault(word, cell.number)
            self._bound |= dict.fromkeys(_bound(cell.source), cell.number)
            if not _only_binds(cell.source):
                self._last_act = cell.number

    def adds_nothing_for(self, test: Test) -> bool:
        """Whether a test sees after all cells what it sees at its place."""
        place = place_of(test, self._cells)
        if place < self._last_act:
            return False
        new = {name for name, last in self._bound.items() if last > place}
        above = self._tests[: self._tests.index(test) + 1]
        return all(self._mentioned[name] > place for name in new) and not any(
            new & words(other.source) for other in above
        )


def _only_binds(source: str) -> bool:
    """Whether a cell does nothing but define functions and give names to plain values."""
    try:
        return all(map(_binds, tree_of(source).body))
    except UNPARSABLE:
        return True  # it is not run


def _binds(statement: ast.stmt) -> bool:
    match statement:
        case ast.FunctionDef(decorator_list=[]):
            return not _calls(statement.args)
        case ast.ClassDef(decorator_list=[], keywords=[]):
            return all(map(_binds, statement.body))
        case ast.Assign():
            names = (target for target in statement.targets if isinstance(target, ast.Name))
            return len(list(names)) == len(statement.targets) and not _calls(statement.value)
        case ast.Expr():
            return not _calls(statement.value)
    return isinstance(statement, ast.Import | ast.ImportFrom | ast.Pass)


def _calls(node: ast.AST) -> bool:
    return any(isinstance(part, ast.Call | ast.Await | ast.NamedExpr) for part in walked(node))
