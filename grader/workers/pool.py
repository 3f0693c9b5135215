"""The workers of one run, with the process that forks them and the warm processes of children."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import Self

from grader.grading.grader import Grader, Options
from grader.grading.pass_context import BASE
from grader.protocol.values import plain_text
from grader.report import Report
from grader.sandbox import launch as sandbox
from grader.sandbox.watchdog import WATCHDOG
from grader.sandbox.zygotes import Zygotes
from grader.submissions.reading import file_content
from grader.suite import Suite
from grader.workers import forkserver, starting
from grader.workers.worker import Tell, Worker
from grader.workers.worker_process import live

LONGEST_NAME = 255  # characters; file systems take as many bytes


class Pool:
    """Makes workers. Use it as a context manager, which ends all processes that were started."""

    def __init__(
        self, suite: Suite, options: Options, spare: sandbox.StartedZygote | None = None
    ) -> None:
        """Start the process that workers are forked from, where there can be one.

        Args:
            suite: the assignment.
            options: how to grade.
            spare: a warm process that has been started already.
        """
        self._suite = suite
        self._options = options = options.within(suite)
        self._children = Zygotes(spare, options.without)
        self._workers: list[Worker] = []
        can_fork = sandbox.CAN_FORK and _may_fork()
        self._server = forkserver.start(partial(_living, suite, options)) if can_fork else None

    def warm(self) -> None:
        """Warm a process with NumPy, which most submissions need."""
        if self._server is not None:
            self._children.warm(BASE, self._suite.support)

    def worker(self) -> Worker:
        """A further worker; its process starts with its first submission."""
        server = self._server
        if server is not None:
            start = partial(starting.forked, server)
        else:
            root = self._suite.root or Path()
            start = partial(starting.spawned, root, self._options, private=self._suite.has_private)
        suite, limits = self._suite, self._options.limits
        fresh = bool(suite.tests)
        made = Worker(start, self._children, suite.support, limits, fresh=fresh)
        self._workers.append(made)
        return made

    def grade(self, path: Path, tell: Tell | None = None) -> Report:
        """Grade one file.

        Args:
            path: the notebook or script.
            tell: is told in a few words what the worker does.

        Raises:
            SubmissionError: the file cannot be graded.
            GraderError: no process can be had to grade in, or the grader failed.
        """
        self.warm()
        return self._grade_with(self.worker(), path, tell)

    def grade_all(
        self, paths: Iterable[Path], at_a_time: int, done: Callable[[], None]
    ) -> list[Report]:
        """Grade several files, each in one of so many workers.

        Args:
            paths: the notebooks or scripts.
            at_a_time: how many workers there are.
            done: called after each.

        Returns:
            The reports, in the order of the files.

        Raises:
            SubmissionError: a file cannot be graded.
            GraderError: no process can be had to grade in, or the grader failed.
        """
        self.warm()
        idle: SimpleQueue[Worker] = SimpleQueue()
        for _ in range(at_a_time):
            idle.put(self.worker())

        def report_on(path: Path) -> Report:
            worker = idle.get()
            try:
                return self._grade_with(worker, path)
            finally:
                idle.put(worker)
                done()

        with ThreadPoolExecutor(at_a_time) as threads:
            return list(threads.map(report_on, paths))

    def _grade_with(self, worker: Worker, path: Path, tell: Tell | None = None) -> Report:
        content = file_content(path, self._options.limits.notebook_mb)
        worker.read(plain_text(path.name, LONGEST_NAME), content)
        return worker.grade(tell=tell)

    def abort(self) -> None:
        """End the waits of other threads; call ``close`` once the threads have ended."""
        if self._server is not None:
            self._server.close()
        self._server = None
        for worker in self._workers:
            worker.abort()
        self._children.close()

    def close(self) -> None:
        """End the workers and all other processes."""
        for worker in self._workers:
            worker.close()
        self._workers.clear()
        if self._server is not None:
            self._server.close()
        self._children.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _may_fork() -> bool:
    """Whether this process may fork: a lock that another thread holds would stay locked.

    The watchdog's lock is made anew after a fork. TensorFlow has threads that Python does not know.
    """
    names = {thread.name for thread in threading.enumerate()}
    alone = not names - {threading.main_thread().name, WATCHDOG.name}
    return alone and "tensorflow" not in sys.modules


def _living(suite: Suite, options: Options) -> forkserver.Live:
    """The main function of workers, which share the grader, known mistakes and compiled tests."""
    if suite.tests:
        from grader.grading.running_tests import prepare  # takes a while to load

        prepare(suite)
    return partial(live, Grader(suite, options))
