"""Grading by an instructor's own tests: each runs here and asks the submission for what it uses.

Public tests run first, so that nothing a private one asked can come out in their words. A test sees
the notebook as it is at its place: the cells up to there have run, those below have not.
"""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from grader.grading.admission import accept, refuse_if_weak
from grader.grading.numbers import number
from grader.grading.passes import BASE, PassContext
from grader.protocol.libraries import TABLES
from grader.protocol.limits import Limits
from grader.protocol.messages import Training
from grader.protocol.observations import Outcome
from grader.remote.link import Link
from grader.remote.results import TestResult
from grader.sandbox.budget import Budget
from grader.sandbox.program import Program
from grader.sandbox.session import Session
from grader.submissions.reading import Cell
from grader.suite import Suite
from grader.suite.own_tests import Test

_END = 1 << 30  # a place below every cell


class Tested(msgspec.Struct, frozen=True):
    """The results of the tests of a submission.

    Attributes:
        results: by the test's id.
        trouble: how cells ended that did not reach their end.
        layers: the protections that were in force.
        versions: of the libraries.
        training: what has trained its models.
        everything: whether all cells were run.
        stood_still: whether a process did nothing and was started afresh.
    """

    results: Mapping[str, TestResult]
    trouble: Mapping[int, Outcome]
    layers: tuple[str, ...]
    versions: Mapping[str, str]
    training: Training
    everything: bool = True
    stood_still: bool = False


def run_tests(work: PassContext) -> Tested:
    """Run all tests of a suite, public ones first.

    Args:
        work: the submission and what it is graded against.

    Raises:
        WeakSandboxError: private tests are not run here.
        SandboxError: no process can be had.
    """
    suite, submission = work.suite, work.submission
    cells = [cell for cell in submission.cells if not _is_test(cell, suite.tests)]
    program = Program(
        cells=tuple((cell.number, cell.source) for cell in cells if cell.error is None),
        modules=(*BASE, *suite.preload),
        support=suite.support,
        stubbed=suite.stubbed,
        seed=number(suite.key, submission.digest, "the libraries' random numbers"),
        exact_training=work.exact_training,
    )
    admit = refuse_if_weak if suite.has_private and not work.allow_weak else accept
    results: dict[str, TestResult] = {}
    sessions = []
    for private, limits, tests in _groups(work):
        budget = work.budget if limits == work.limits else Budget(limits)
        session = Session(program, work.children, limits, {}, budget, admit)
        with session:
            session.reach(0)
            session.open()
            if private:
                session.seal()
            _run_group(work, session, tests, results)
        sessions.append(session)
    ran = sessions[0]
    return Tested(results, dict(ran.trouble), ran.layers, ran.versions, ran.training)


def prepare(suite: Suite) -> None:
    """Load and compile what the tests of every submission need, in the process that forks workers.

    Args:
        suite: the assignment.
    """
    from grader.remote import pytest_run, running

    if any(test.kind == "file" for test in suite.tests):
        pytest_run.warm()
    _load_tables(suite)
    for test in suite.tests:
        if test.kind == "code":
            with contextlib.suppress(SyntaxError, ValueError):  # said when the test is run
                running.compiled(test.source, running.file_of(test.id))


def _load_tables(suite: Suite) -> None:
    """Load the library of tables if the assignment uses it, and never at a submission's word."""
    if TABLES in suite.preload:
        with contextlib.suppress(ImportError):
            importlib.import_module(TABLES)


def _groups(work: PassContext) -> Iterator[tuple[bool, Limits, list[Test]]]:
    """The tests that share a session, public ones first: each with whether it is private.

    Tests with limits of their own have a session of their own. There is at least one session, in
    which the cells are run.
    """
    suite = work.suite
    for private in (False, True):
        found: dict[Limits, list[Test]] = {}
        if not private and not suite.has_private:
            found[work.limits] = []
        for test in suite.tests:
            if test.private is private and test.kind != "manual":
                limits = work.limits.changed(suite.limits_of(test), suite.limits.get(""))
                found.setdefault(limits, []).append(test)
        yield from ((private, limits, tests) for limits, tests in found.items())


def _run_group(
    work: PassContext, session: Session, tests: Sequence[Test], results: dict[str, TestResult]
) -> None:
    link = Link(session.perform, work.limits.test_questions, lambda: session.children)
    cells = work.submission.cells
    places = {test.id: place_of(test, cells) for test in tests}

    def reach(test: Test) -> None:
        work.tell(test.exercise)
        session.reach(places[test.id])

    in_order = sorted(tests, key=lambda test: places[test.id])
    results |= run_in_order(work.suite, in_order, link, reach)


def run_in_order(
    suite: Suite, tests: Sequence[Test], link: Link, reach: Callable[[Test], None] | None = None
) -> dict[str, TestResult]:
    """The results of tests, by their ids; those in files are run last.

    Args:
        suite: the assignment.
        tests: in the order of their places.
        link: to the submission.
        reach: told before a test that it is to be run.
    """
    from grader.remote.running import run_code, run_examples  # pytest takes a while to load
    from grader.remote.space import Space

    _load_tables(suite)
    results: dict[str, TestResult] = {}
    kept: dict[str, Any] = {}
    in_files = [test for test in tests if test.kind == "file"]
    # A cell of tests may read what lies beside the notebook.
    with contextlib.chdir(suite.support or Path()):
        for test in tests:
            if test.kind == "file":
                continue
            if reach:
                reach(test)
            run = run_code if test.kind == "code" else run_examples
            space = Space(link, suite.remote, suite.libraries)
            dict.update(space, kept)
            results[test.id] = run(test.source, test.id, space, link)
            if test.kind == "code" and not test.place.startswith("grader.check("):
                kept = dict(space)  # cells of a notebook share their names, those of tests too
    if in_files:
        if reach:
            reach(in_files[-1])
        _run_files(suite, in_files, link, results)
    return results


def _run_files(
    suite: Suite, tests: Sequence[Test], link: Link, results: dict[str, TestResult]
) -> None:
    from grader.remote.pytest_run import run_files

    by_folder: dict[Path, list[Test]] = {}
    for test in tests:
        by_folder.setdefault(((suite.root or Path()) / test.file).parent, []).append(test)
    for folder, own in by_folder.items():
        files = list(dict.fromkeys(folder / Path(test.file).name for test in own))
        _take_results(own, run_files(files, suite.imports, link), results)


def _take_results(
    tests: Sequence[Test], found: Mapping[str, TestResult], results: dict[str, TestResult]
) -> None:
    for test in tests:
        file = test.source.partition("::")[0]
        # One with parameters is one test; a file that cannot be imported has failed as a whole.
        own = [made for name, made in found.items() if name.partition("[")[0] == test.source]
        own = own or [found[name] for name in (file,) if name in found]
        own = own or [TestResult(passed=False, words="pytest did not find this test")]
        results[test.id] = next((made for made in own if not made.passed), own[0])


def place_of(test: Test, cells: Sequence[Cell]) -> int:
    """The number of the last cell that has run when a test runs."""
    if not test.place or test.kind == "file":
        return _END
    at = [cell.number for cell in cells if _stands_for(cell, test)]
    return at[-1] - 1 if at else _END


def _stands_for(cell: Cell, test: Test) -> bool:
    text = cell.source.strip()
    if test.place.startswith("grader.check("):
        return test.place in text.replace("'", '"')
    return bool(test.place) and text == test.place


def _is_test(cell: Cell, tests: Iterable[Test]) -> bool:
    """Whether a cell is a test's own place, and no part of the submission's work."""
    text = cell.source.strip()
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith("#")]
    words = ("grader.", "otter", "from grader import")
    of_otter = all(any(word in line for word in words) for line in lines)
    return bool(lines) and (of_otter or any(text == test.place for test in tests))
