"""Running files of tests with pytest itself: fixtures, parameters, raises, unittest and all."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from grader.remote import gradescope
from grader.remote.cell_output import CellsOutput
from grader.remote.importing import importable
from grader.remote.link import Link
from grader.remote.own_code import own_code_alone
from grader.remote.own_types import asked_in_files
from grader.remote.results import MOST_WORDS, TestResult
from grader.remote.seeds import repeated

# Parts of pytest that write files, print what nobody reads, or take long at a run's end.
_LEFT_OUT = (
    "cacheprovider", "faulthandler", "terminal", "hypothesispytest", "unraisableexception",
    "threadexception",
)  # fmt: skip
_ADVICE = "Use -v to get more diff"  # of pytest's, for whoever started it


def run_files(
    files: Sequence[Path], modules: Sequence[str], link: Link, root: Path | None = None
) -> dict[str, TestResult]:
    """Run all tests in files.

    Args:
        files: of tests, all in one folder.
        modules: the names by which they import the submission.
        link: to the submission.
        root: the assignment's folder, whose modules tests may import, too.

    Returns:
        By the test's name as pytest has it, below the file's, what became of it. A file that cannot
        be read as tests has one entry of its own name.
    """
    collector = _Collector(link)
    folder = files[0].parent
    silence = io.StringIO()
    names = importable(modules, link, [folder, root or folder]), gradescope.importable()
    quietly = contextlib.redirect_stdout(silence)
    with names[0], names[1], quietly, repeated(link), own_code_alone(link), asked_in_files():
        pytest.main([*_options(folder), *map(str, files)], plugins=[collector])
    return collector.results


def warm() -> None:
    """Load what pytest loads with its first run, in the process that forks workers."""
    folder = Path(__file__).parent  # in which there is no test
    with contextlib.redirect_stdout(io.StringIO()):
        pytest.main([*_options(folder), "--collect-only", str(folder)])


def _options(folder: Path) -> list[str]:
    helpers = shlex.quote(f"{folder}{os.sep}*.py")  # the assertions of helpers beside tests speak
    return [
        "-o", f"python_files=test_*.py *_test.py {helpers}",
        *(word for name in _LEFT_OUT for word in ("-p", f"no:{name}")), "--capture=sys",
        "--import-mode=importlib", "--rootdir", str(folder), "--confcutdir", str(folder),
        "-c", "/dev/null", "-W", "ignore", "--continue-on-collection-errors",
    ]  # fmt: skip


class _Collector:
    """Takes what became of each test."""

    def __init__(self, link: Link) -> None:
        self.results: dict[str, TestResult] = {}
        self._link = link

    @pytest.fixture
    def cell_output(self) -> CellsOutput:
        """What the submission's cells printed and showed."""
        return self._link.cell_output()

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> Iterator[None]:
        """A file that the submission leaves by ``exit()`` has failed, and the next one is read."""
        try:
            return (yield)
        except SystemExit as error:
            words = f"SystemExit: {error}"
            return pytest.CollectReport(collector.nodeid, "failed", words, [])  # type: ignore[return-value]

    @pytest.fixture
    def tmp_path(self, tmp_path_factory: Any, request: pytest.FixtureRequest) -> Path:  # noqa: ANN401
        """A folder of the test's own."""
        folder: Path = tmp_path_factory.mktemp(re.sub(r"\W", "_", request.node.name)[:30])
        return folder

    @pytest.fixture(scope="session")
    def tmp_path_factory(self) -> Any:  # noqa: ANN401 - as pytest has it, or one that is like it
        """Makes folders for tests."""
        return _Folders(self._link)

    @pytest.fixture
    def capfd(self, capsys: pytest.CaptureFixture[str]) -> pytest.CaptureFixture[str]:
        """What is printed here is printed by this process' own streams."""
        return capsys

    @pytest.fixture
    def capfdbinary(
        self, capsysbinary: pytest.CaptureFixture[bytes]
    ) -> pytest.CaptureFixture[bytes]:
        """The same in bytes."""
        return capsysbinary

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file that cannot be imported has failed as a whole."""
        if report.failed:
            self.results[_name(report.nodeid)] = TestResult(passed=False, words=_words(report))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self) -> Iterator[None]:
        """A new test begins."""
        self._link.begin()
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, call: pytest.CallInfo[None]) -> Iterator[None]:
        """A test that gives some of its points says so by its exception."""
        report: Any = yield
        error = call.excinfo.value if call.excinfo else None
        is_asked = isinstance(error, gradescope.PartScoreError) and not self._link.broken
        report.share = error.share if is_asked else 0.0  # type: ignore[union-attr]
        return report  # type: ignore[no-any-return]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A part of a test has ended: its setting up, itself, its clearing away.

        A test that has been set up alone has not passed: pytest may stop before it has ended.
        """
        name = _name(report.nodeid)
        known = self.results.get(name)
        if (known is not None and not known.passed) or (report.when == "setup" and report.passed):
            return
        expected = report.skipped and hasattr(report, "wasxfail")
        passed = (report.passed or expected) and not self._link.broken
        words = "" if passed else (self._link.broken or _words(report))
        self.results[name] = TestResult(
            passed=passed,
            words=words,
            line=_line(report),
            printed=report.capstdout[:MOST_WORDS],
            share=getattr(report, "share", 0.0),
        )


class _Folders:
    """Makes folders for tests, as pytest's ``tmp_path_factory`` does."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def mktemp(self, basename: str, numbered: bool = True) -> Path:  # noqa: ARG002, FBT001, FBT002 - as pytest has it
        """A new folder; at home one of the system's."""
        files = self._link.files
        return Path(
            tempfile.mkdtemp(prefix=basename) if files is None else files.new_folder(basename)
        )


def _name(nodeid: str) -> str:
    """A test's name below its file; what follows a bracket is a parameter's, with any letters."""
    path, bracket, parameters = nodeid.partition("[")
    return path.rpartition("/")[2] + bracket + parameters


def _words(report: Any) -> str:  # noqa: ANN401 - of a test or of collecting
    crash = getattr(report.longrepr, "reprcrash", None)
    text = str(crash.message if crash is not None else report.longrepr)
    return text.removesuffix(_ADVICE).rstrip()[:MOST_WORDS]


def _line(report: pytest.TestReport) -> int:
    crash = getattr(report.longrepr, "reprcrash", None)
    return crash.lineno if crash is not None else 0
