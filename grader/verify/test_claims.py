"""The proof of an assignment with tests of an instructor's own, which has no catalogue.

A good test is passed by the reference, and neither by a blank notebook, nor by a constant answer,
nor by an object that equals, exceeds and contains everything.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from grader.assignment import specimens
from grader.grading.grader import Options
from grader.report import Report
from grader.submissions.syntax import tree_of, walked
from grader.suite import Suite
from grader.suite.own_tests import Test
from grader.test_sources.students import notebook_with
from grader.verify.claims import Claim
from grader.verify.prove import Proof
from grader.workers.pool import Pool

CONSTANTS = ("None", "True", "0", "1", "''", "[]")
AGREES = """
class Everything:
    def __eq__(self, other): return True
    __lt__ = __le__ = __gt__ = __ge__ = __ne__ = __contains__ = __eq__
    def __call__(self, *_, **__): return self
    def __add__(self, other): return self
    __sub__ = __mul__ = __truediv__ = __radd__ = __rsub__ = __rmul__ = __getitem__ = __add__
    def __getattr__(self, name): return self
    def __abs__(self): return self
    def __bool__(self): return True
    def __len__(self): return 3
    __hash__ = None
"""
_REFERENCE, _BLANK, _AGREES = "the reference", "the blank notebook", "an object that agrees"


def prove(root: Path, suite: Suite, options: Options, tell: Callable[[int, int], None]) -> Proof:
    """Try the tests on submissions whose worth is known.

    Args:
        root: the assignment's folder.
        suite: the assignment with its tests.
        options: how to grade.
        tell: told how many of how many submissions are done.

    Raises:
        SandboxError: no process can be had to grade in.
    """
    tried = dict(_submissions(root, suite))
    reports: dict[str, Report] = {}
    with Pool(suite, options) as pool:
        worker = pool.worker()
        for name, content in tried.items():
            worker.read("submission.ipynb", content)
            reports[name] = worker.grade()
            tell(len(reports), len(tried))
    tests = [test for test in suite.tests if test.kind != "manual"]
    return Proof(tuple(_claims(tests, {name: passed(made) for name, made in reports.items()})), ())


def _claims(tests: list[Test], passes: Mapping[str, frozenset[str]]) -> Iterator[Claim]:
    """The claims on tests, by the ids of the tests that each submission passes."""
    reference, blank = passes.get(_REFERENCE), passes[_BLANK]
    yield _claim(
        "the reference passes every test",
        tests if reference is not None else [],
        {test.id: "" for test in tests if test.id not in (reference or ())},
        "Grade the reference by itself: the report shows the line that it, or the test, has wrong.",
        missing="There is no reference: name a `solution` in assignment.toml.",
    )
    yield _claim(
        "the blank notebook passes none",
        tests,
        dict.fromkeys(blank, ""),
        "What students are given passes these, or they ask nothing of it: take the answer out of "
        "the notebook, or ask for more.",
    )
    by_test: dict[str, list[str]] = {}
    for constant in CONSTANTS:
        for test in passes[constant] - blank:
            by_test.setdefault(test, []).append(constant)
    yield _claim(
        "no constant answer passes a test",
        tests,
        {
            test: f": passed if every answer is {' or '.join(constants)}"
            for test, constants in by_test.items()
        },
        "Ask in the same test for a second answer that is another one.",
    )
    words = ": passed by an object that equals, exceeds and contains everything"
    yield _claim(
        "an object that agrees with everything passes none",
        tests,
        dict.fromkeys(passes[_AGREES] - blank, words),
        "The test asks only the answer's own opinion: compare what came with the value you expect.",
    )


def _submissions(root: Path, suite: Suite) -> Iterator[tuple[str, bytes]]:
    solved = specimens.solved(root)
    if solved is not None:
        yield _REFERENCE, json.dumps(solved).encode()
    yield _BLANK, json.dumps(specimens.blank(root)).encode()
    names = _names(suite)
    values = suite.remote - _called(solved) if solved else frozenset()
    for constant in CONSTANTS:
        answers = (_constant(name, constant, called=name not in values) for name in names)
        yield constant, _notebook("".join(answers))
    yield _AGREES, _notebook(agreeing(suite))


def agreeing(suite: Suite) -> str:
    """A submission each of whose names equals, exceeds and contains everything."""
    return AGREES + "".join(f"{name} = Everything()\n" for name in _names(suite))


def _names(suite: Suite) -> list[str]:
    return sorted(suite.remote or _used(suite))


def _notebook(source: str) -> bytes:
    return json.dumps(notebook_with(source)).encode()


def _constant(name: str, constant: str, *, called: bool) -> str:
    """Code by which a function returns a constant, or a value is one."""
    return f"def {name}(*_, **__): return {constant}\n" if called else f"{name} = {constant}\n"


def _called(notebook: dict[str, Any]) -> frozenset[str]:
    """The functions and classes that a notebook defines."""
    found = set()
    for cell in notebook["cells"]:
        with suppress(SyntaxError, ValueError):
            statements = tree_of(cell["source"]).body if cell["cell_type"] == "code" else []
            found |= {
                statement.name
                for statement in statements
                if isinstance(statement, ast.FunctionDef | ast.ClassDef)
            }
    return frozenset(found)


def _used(suite: Suite) -> set[str]:
    """The names that tests use of a submission, where no reference says them."""
    found: set[str] = set()
    for file in {test.file for test in suite.tests if test.kind == "file"}:
        tree = tree_of(((suite.root or Path()) / file).read_text("utf-8"))
        for node in walked(tree):
            if isinstance(node, ast.ImportFrom) and node.module in suite.imports:
                found |= {alias.name for alias in node.names if alias.name != "*"}
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                found |= {node.attr} if node.value.id in suite.imports else set()
    return found


def passed(report: Report) -> frozenset[str]:
    """The ids of the tests that a submission has passed."""
    verdicts = [case for exercise in report.exercises for case in exercise.cases]
    return frozenset(case.id for case in verdicts if case.status == "passed")


def _claim(
    what: str,
    tests: list[Test],
    failed: Mapping[str, str],
    advice: str,
    *,
    missing: str = "",
) -> Claim:
    """A claim with a trial for each test; a failure names the test and its place."""
    if not tests:
        return Claim(what, 0, 0, (missing,))
    failures = tuple(
        f"{test.where}: {test.exercise}, {test.title}{failed[test.id]}"
        for test in tests
        if test.id in failed
    )
    return Claim(what, len(tests), len(tests) - len(failures), failures, advice=advice)
