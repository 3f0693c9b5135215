"""Grading by an instructor's own tests: each runs here and asks the submission for what it uses.

Public tests run first, so that nothing a private one asked can come out in their words. A test sees
the notebook as it is at its place: the cells up to there have run, those below have not.
"""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from grader.grading.pass_context import PassContext
from grader.grading.test_places import END, Group, groups, in_use, is_test, place_of
from grader.protocol.library_names import TABLES, library_of
from grader.protocol.messages import Did, Training
from grader.protocol.observations import NO_KEYBOARD, CellOutput, Outcome, Raised
from grader.remote.cell_output import CellsOutput, above
from grader.remote.link import Link
from grader.remote.program_text import ProgramText
from grader.remote.results import TestResult
from grader.sandbox.budget import Budget
from grader.sandbox.session import Session
from grader.submissions.reading import Cell
from grader.suite import Suite
from grader.suite.own_tests import Test

# What comes first where tests import a script, as an import has it: it is not started.
_AS_MODULE = "__name__ = {!r}; __import__('sys').modules[__name__] = __import__('__main__')"


class Tested(msgspec.Struct, frozen=True):
    """The results of the tests of a submission.

    Attributes:
        results: the result of each test, by the test's id.
        trouble: how each cell that did not reach its end stopped, by the number of the cell.
        layers: the protections that were in force.
        versions: the versions of the libraries.
        training: whether Keras or NumPy has trained the models.
        everything: whether all cells were run.
        stood_still: whether a process did nothing and was started afresh.
        outputs: the output of cells before any private test, by their numbers.
    """

    results: Mapping[str, TestResult]
    trouble: Mapping[int, Outcome]
    layers: tuple[str, ...]
    versions: Mapping[str, str]
    training: Training
    everything: bool = True
    stood_still: bool = False
    outputs: Mapping[int, CellOutput] = {}


def run_tests(work: PassContext) -> Tested:
    """Run all tests of a suite, public ones first.

    Args:
        work: the submission and the assignment that it is graded against.

    Raises:
        WeakSandboxError: private tests are not run here.
        SandboxError: no process can be had.
    """
    suite, submission = work.suite, work.submission
    cells = [cell for cell in submission.cells if not is_test(cell, suite.tests)]
    runnable = [(cell.number, cell.source) for cell in cells if cell.error is None]
    if submission.plain and suite.imports:
        runnable.insert(0, (0, _AS_MODULE.format(suite.imports[0])))
    program = work.program(runnable, suite.preload, shows=True)
    asking = _Asking(work)
    ran: Session | None = None
    for group in groups(suite, work.limits, submission.cells):
        usual = group.limits == work.limits
        budget = work.budget if usual else Budget(group.limits)
        session = Session(program, work.children, group.limits, {}, budget, work.admit)
        with session:
            asking.run(group, session)
        ran = ran or (session if usual else None)
    assert ran is not None  # noqa: S101 - there is a usual group
    return Tested(
        asking.results,
        dict(ran.trouble),
        ran.layers,
        ran.versions,
        ran.training,
        outputs=asking.outputs,
    )


class _Asking:
    """Runs groups of tests, one after another; a test sees the names that tests above it bind.

    Attributes:
        results: the result of each test so far, by the test's id.
        outputs: the output of cells before any private test, by their numbers.
    """

    def __init__(self, work: PassContext) -> None:
        self.results: dict[str, TestResult] = {}
        self.outputs: dict[int, CellOutput] = {}
        self._place = END  # of the present test
        self._work = work
        self._kept: dict[str, Any] = {}
        self._session: Session | None = None
        self._children = 0  # of the sessions before
        self._link = Link(
            self._perform,
            work.limits.test_questions,
            self._child,
            work.suite.functions,
            self._cell_output,
            self._program,
            names=work.suite.remote,
            libraries=work.suite.libraries,
        )

    def run(self, group: Group, session: Session) -> None:
        """Run the tests of a group in a session that has not begun."""
        self._children += self._session.children if self._session else 0
        self._session = session
        session.reach(0)
        session.open()
        self._run(session, group.public)
        if group.runs_all:
            session.reach(END)
            session.open()
        self.outputs |= session.outputs
        if group.private:
            session.seal()
            self._run(session, group.private)

    def _run(self, session: Session, tests: Iterable[Test]) -> None:
        places = {test.id: place_of(test, self._work.submission.cells) for test in tests}

        def reach(test: Test) -> None:
            self._work.tell(test.exercise)
            self._place = places[test.id]
            session.reach(self._place)

        in_order = sorted(tests, key=lambda test: places[test.id])
        self.results |= run_in_order(self._work.suite, in_order, self._link, reach, self._kept)

    def _perform(self, *asked: Any) -> Did | str:  # noqa: ANN401 - as ``Perform`` has it
        return "its process has ended" if self._session is None else self._session.perform(*asked)

    def _cell_output(self) -> CellsOutput:
        """The output of the cells above the present test, which are run first."""
        if self._session is None:
            return CellsOutput(())
        self._session.open()
        return above(self._place, self._session.outputs)

    def _program(self) -> ProgramText:
        """The submission's text, and whether it stopped at ``input()``."""
        cells = [cell for cell in self._work.submission.cells if cell.error is None]
        own = [cell for cell in cells if not is_test(cell, self._work.suite.tests)]
        if self._session is not None:
            self._session.open()
        stopped = self._session.trouble.values() if self._session else ()
        waits = any(isinstance(end, Raised) and end.kind == NO_KEYBOARD for end in stopped)
        plain = self._work.submission.plain
        return ProgramText(_text(own, plain=plain), waits)

    def _child(self) -> int:
        """The number of the present child, counted over all sessions."""
        return self._children + (self._session.present() if self._session else 0)


def _text(cells: Sequence[Cell], *, plain: bool) -> str:
    """Cells as one text; the statements of a script keep their lines."""
    lines: list[str] = []
    for cell in cells:
        lines += [""] * (cell.number - 1 - len(lines) if plain else 0)
        lines += cell.source.split("\n")
    return "\n".join([*lines, ""])


def prepare(suite: Suite) -> None:
    """Load and compile what the tests of every submission need, in the process that forks workers.

    Args:
        suite: the assignment.
    """
    from grader.remote import own_code, pytest_run, running, test_code

    if any(test.kind == "file" for test in suite.tests):
        pytest_run.warm()
    _load_tables(suite)
    library_of(None)  # finds out what there is
    for test in in_use(suite.tests):
        if test.kind == "code":
            with contextlib.suppress(SyntaxError, ValueError):  # said when the test is run
                test_code.compiled(test.source, running.file_of(test.id))
                own_code.texts_in(test.source)


def _load_tables(suite: Suite) -> None:
    """Load the library of tables if the assignment uses it, and never at a submission's word."""
    if TABLES in suite.preload:
        with contextlib.suppress(ImportError):
            importlib.import_module(TABLES)


def run_in_order(
    suite: Suite,
    tests: Sequence[Test],
    link: Link,
    reach: Callable[[Test], None] | None = None,
    kept: dict[str, Any] | None = None,
) -> dict[str, TestResult]:
    """The results of tests, by their ids; those in files are run last.

    Args:
        suite: the assignment.
        tests: the tests in the order of their places.
        link: the link to the submission.
        reach: is called with each test before it is run.
        kept: the names that cells of tests have bound so far; new ones are added.
    """
    from grader.remote.importing import importable
    from grader.remote.running import run_code, run_examples  # pytest takes a while to load
    from grader.remote.space import Space

    _load_tables(suite)
    results: dict[str, TestResult] = {}
    kept = {} if kept is None else kept
    in_files = [test for test in tests if test.kind == "file"]
    # A cell of tests may read what lies beside the notebook.
    folder = (suite.support or Path()).resolve()
    with contextlib.chdir(folder), importable(suite.imports, link, [folder, suite.root or folder]):
        for test in tests:
            if test.kind == "file":
                continue
            if reach:
                reach(test)
            shares = test.kind == "code" and not test.place.startswith("grader.check(")
            space = Space(link, suite.remote, suite.libraries, shares=shares)
            dict.update(space, kept)
            results[test.id] = (
                run_code(test.source, test.id, space, link, counts_caught=test.counts_caught)
                if test.kind == "code"
                else run_examples(test.source, test.id, space, link)
            )
            if shares:
                kept.clear()  # cells of tests share their names as cells of a notebook do
                kept.update(space)
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
        # Relative paths lead to what lies beside the submission, as for its own code.
        with contextlib.chdir(suite.support or suite.root or folder):
            found = run_files(files, suite.imports, link, suite.root)
        _take_results(own, found, results)


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
