"""Workers: what a student sent is read and judged within limits, whatever it does to the reader."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from grader.grading.grader import Grader, Options
from grader.grading.unreadable import unreadable
from grader.protocol.limits import Limits
from grader.sandbox.zygotes import Zygotes
from grader.submissions.reading import SubmissionError
from grader.suite import Suite
from grader.workers import forkserver, starting
from grader.workers.pool import Pool
from grader.workers.worker import Worker
from grader.workers.worker_errors import GraderFaultError, TooMuchError
from grader.workers.worker_process import live

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="workers are forked there")
RIGHT = "import numpy as np\ndef my_dense_v(A_in, W, b, g):\n    return g(A_in @ W + b)"
LIMITS = Limits(worker_cpu_seconds=1, worker_seconds=20.0, worker_memory_mb=600)


def notebook(*sources: str) -> bytes:
    """A notebook with these code cells."""
    cells = [{"cell_type": "code", "source": text} for text in sources]
    return json.dumps({"cells": cells, "nbformat": 4}).encode()


@pytest.fixture(scope="module")
def pool(suite: Suite) -> Iterator[Pool]:
    """Workers of the shipped assignment, with tight limits."""
    with Pool(suite, Options(LIMITS)) as made:
        yield made


class _Doing:
    """A grader that does something of its own instead of grading."""

    def __init__(self, suite: Suite, does: Any, limits: Limits) -> None:
        self.options = Options(limits)
        self.suite = suite
        self.zygotes = Zygotes()
        self.places: tuple[object, ...] = ()  # no answers that people mark
        self._does = does

    def grade_submission(self, *_: object, **__: object) -> Any:
        """What the test wants done."""
        return self._does(self)


@contextmanager
def worker_that(suite: Suite, does: Any, limits: Limits = LIMITS) -> Iterator[Worker]:
    """A worker in which grading is another thing."""
    grader = _Doing(suite, does, limits)
    server = forkserver.start(lambda: partial(live, grader))
    with Zygotes() as children:
        worker = Worker(partial(starting.forked, server), children, suite.support, limits)
        try:
            yield worker
        finally:
            worker.close()
            server.close()


def test_a_worker_reads_and_grades(suite: Suite, pool: Pool) -> None:
    """A submission has in a worker the report that it has in the grader's own process."""
    worker = pool.worker()
    read = worker.read("a.ipynb", notebook(RIGHT))
    report = worker.grade()
    with Grader(suite, Options(LIMITS)) as grader:
        path = Path(__file__).parent / "golden" / "plain_script" / "submit.py"
        content = path.read_bytes()
        expected = grader.grade(path)
    assert (10, read.digest) == (report.total.sum, report.provenance.digest)
    worker.read("submit.py", content)
    assert expected.exercises == worker.grade().exercises


def test_sources_that_were_read_before_are_the_same_submission(pool: Pool) -> None:
    """What is graded again from a gradebook has the digest that the file had."""
    worker = pool.worker()
    read = worker.read("a.ipynb", notebook(RIGHT, "x = 1"))
    assert read == worker.take("a.ipynb", read.sources)


def test_a_broken_file_costs_nobody_else(pool: Pool) -> None:
    """The error of one file is a sentence, and the same worker goes on with the next."""
    worker = pool.worker()
    with pytest.raises(SubmissionError, match="no notebook"):
        worker.read("a.ipynb", b"nothing")
    worker.read("b.ipynb", notebook(RIGHT))
    assert 10 == worker.grade().total.sum


def busy(_: Any) -> None:
    """Use the processor for ever."""
    while True:
        pass


def sleepy(_: Any) -> None:
    """Do nothing for ever."""
    time.sleep(1000)


def greedy(_: Any) -> int:
    """Ask for more memory than there may be."""
    return len([bytearray(1 << 20) for _ in range(5000)])


def wordy(grader: Any) -> Any:
    """Make a report of 9 MB."""
    return unreadable(grader.suite, "a.ipynb", "x" * (9 << 20))


def crashing(_: Any) -> None:
    """End as a fault in a library ends a process."""
    os.abort()


@pytest.mark.parametrize(
    ("does", "changed", "says"),
    [
        (busy, {}, "takes more than 1 s of processor time to read and judge"),
        (sleepy, {"worker_seconds": 1.0, "total_seconds": 0.1}, "takes too long to read and judge"),
        (greedy, {}, "takes more than 600 MB of memory to read and judge"),
        (wordy, {}, "needs a report of more than 4 MB"),
        (crashing, {}, r"the process that judges it ended \(signal 6\)"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_breaks_a_limit_is_refused(
    suite: Suite, does: Any, changed: dict[str, Any], says: str
) -> None:
    """Each limit of a worker ends it with a reason; a new worker takes the next submission."""
    with worker_that(suite, does, replace(LIMITS, **changed)) as worker:
        for _ in range(2):
            worker.read("a.ipynb", notebook(RIGHT))
            with pytest.raises(TooMuchError, match=says):
                worker.grade()


def test_a_fault_of_the_graders_is_its_own(suite: Suite) -> None:
    """An exception of our own is no submission's fault, and tells where it was raised."""

    def failing(_: Any) -> None:
        raise KeyError("ours")

    with worker_that(suite, failing) as worker:
        worker.read("a.ipynb", notebook(RIGHT))
        with pytest.raises(GraderFaultError, match=r"by no fault of the file.*test_workers.py"):
            worker.grade()


def test_a_lost_workers_children_are_ended(suite: Suite) -> None:
    """What a worker had borrowed does not outlive it."""

    def borrowing(grader: Any) -> None:
        grader.zygotes.child(("numpy",), None)
        os.abort()

    with worker_that(suite, borrowing) as worker:
        worker.read("a.ipynb", notebook(RIGHT))
        with pytest.raises(TooMuchError):
            worker.grade()
        assert {} == worker._lent


def reaching(path: Path) -> Any:
    """Try everything that a worker has no use for; give what succeeded."""

    def tried(_: Any) -> Any:
        import socket
        import subprocess

        succeeded = []
        for name, step in {
            "write": lambda: path.write_text("x"),
            "make": lambda: path.parent.joinpath("new").mkdir(),
            "connect": socket.socket,
            "start": lambda: subprocess.run(["/bin/true"], check=True),
            "fork": os.fork,
            "signal": lambda: os.kill(os.getppid(), 0),
        }.items():
            try:
                step()
            except OSError:
                continue
            succeeded.append(name)
        raise KeyError(str(succeeded))

    return tried


def test_a_worker_can_reach_nobody_but_its_starter(suite: Suite, tmp_path: Path) -> None:
    """Whatever is found in a worker, it can write, connect, start and signal nothing."""
    (tmp_path / "book").write_text("")
    with worker_that(suite, reaching(tmp_path / "book")) as worker:
        worker.read("a.ipynb", notebook(RIGHT))
        with pytest.raises(GraderFaultError, match=r"KeyError: '\[\]'"):
            worker.grade()


def test_a_worker_can_be_a_program_of_its_own(suite: Suite) -> None:
    """Where a process must not fork, a program started for it answers every request alike."""
    options = Options(LIMITS)
    assert suite.root is not None
    start = partial(starting.spawned, suite.root, options, private=True)
    with Zygotes() as children:
        worker = Worker(start, children, suite.support, replace(LIMITS, worker_seconds=120.0))
        sources = worker.read("a.ipynb", notebook(RIGHT)).sources
        assert {exercise.name for exercise in suite.exercises} == set(worker.needed())
        assert worker.statements().cells
        assert 10 == worker.grade().total.sum
        worker.take("a.ipynb", sources)
        assert 10 == worker.grade().total.sum
        with pytest.raises(SubmissionError, match="no notebook"):
            worker.read("b.ipynb", b"nothing")
        worker.close()


def test_a_killed_grader_leaves_no_process(tmp_path: Path) -> None:
    """Whoever is killed while it grades a class takes its workers and children with it."""
    for number in range(30):
        (tmp_path / f"{number}.ipynb").write_bytes(notebook(RIGHT, f"# {number}"))
    book = tmp_path / "left-over.gradebook"
    command = [sys.executable, "-m", "grader", str(tmp_path), "--book", str(book)]
    process = subprocess.Popen(
        command, cwd=Path(__file__).parents[1], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    ours = wait_until(lambda: len(started(book)) >= 4, lambda: started(book))
    process.kill()
    process.wait()
    assert len(ours) >= 4, "the command, what forks workers, and two of them"
    assert [] == wait_until(lambda: not started(book), lambda: started(book))


def started(book: Path) -> list[int]:
    """The processes that were started with this gradebook, workers included."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if str(book).encode() in path.read_bytes():
                found.append(int(path.parent.name))
    return found


def wait_until(done: Callable[[], bool], found: Callable[[], list[int]]) -> list[int]:
    """What is found once it is so, or after a minute."""
    until = time.monotonic() + 60
    while not done() and time.monotonic() < until:
        time.sleep(0.02)
    return found()
