"""A worker as its starter sees it: it gets tasks, is watched, and is replaced if it is lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any, NoReturn

from grader.protocol import frames
from grader.protocol.limits import Limits
from grader.protocol.messages import ProcessEnding, Used
from grader.protocol.values import ProtocolError
from grader.report import Report
from grader.sandbox.sandbox_error import SandboxError
from grader.sandbox.scratch import Scratch
from grader.sandbox.watchdog import WATCHDOG, Watched
from grader.sandbox.zygote import ForkedChild
from grader.sandbox.zygotes import Zygotes
from grader.workers.starting import Launched
from grader.workers.worker_errors import GraderFaultError, TooMuchError, error_of
from grader.workers.worker_messages import (
    ANSWER_TO,
    Borrow,
    Compare,
    Compared,
    Failed,
    Folder,
    FolderIs,
    FromWorker,
    GiveBack,
    Grade,
    Graded,
    HowMuch,
    Lent,
    Need,
    Needed,
    ReadFile,
    Take,
    Task,
    Told,
    WasRead,
)

_STARTING = 180.0  # seconds that a child's libraries may take to load; no submission's time
_DECODER: frames.Decoder[Any] = frames.Decoder(FromWorker)
Tell = Callable[[str], None]


class Worker:
    """Reads and grades one submission after another, each within the limits."""

    def __init__(
        self,
        launch: Callable[[], Launched],
        children: Zygotes,
        support: Path | None,
        limits: Limits,
        *,
        fresh: bool = False,
    ) -> None:
        """A worker that starts when it is first needed.

        Args:
            launch: starts its process.
            children: makes the children that submissions run in.
            support: the assignment's folder that children may use.
            limits: the limits of a submission, and of reading and judging it.
            fresh: whether each submission has a process of its own.
        """
        self._launch = launch
        self._children = children
        self._support = support
        self._limits = limits
        self._fresh = fresh
        self._process: Launched | None = None
        self._lent: dict[int, ForkedChild] = {}
        self._folders: dict[str, Scratch] = {}
        self._numbers = count(1)

    def read(self, name: str, content: bytes) -> WasRead:
        """Read the content of a file; raises as ``exchange`` does."""
        read: WasRead = self.exchange(ReadFile(name, content))
        return read

    def take(self, name: str, sources: tuple[str, ...]) -> WasRead:
        """Take code cells that were read before; raises as ``exchange`` does."""
        read: WasRead = self.exchange(Take(name, sources))
        return read

    def needed(self) -> dict[str, str]:
        """For each exercise, a digest of the statements it needs of the submission read last.

        Raises as ``exchange`` does.
        """
        needed: Needed = self.exchange(Need())
        return needed.digests

    def statements(self) -> Compared:
        """The statements by which the submission that was read last is compared.

        Raises as ``exchange`` does.
        """
        compared: Compared = self.exchange(Compare())
        return compared

    def grade(
        self, only: tuple[str, ...] = (), old: Report | None = None, tell: Tell | None = None
    ) -> Report:
        """Grade the submission that was read last; raises as ``exchange`` does.

        Args:
            only: the exercises that are asked; all if there are none.
            old: the earlier report from which the other exercises are kept.
            tell: is told in a few words what the worker does.
        """
        graded: Graded = self.exchange(Grade(only, old), tell)
        return graded.report

    def abort(self) -> None:
        """End the wait of another thread for this worker."""
        process = self._process
        if process is not None:
            process.abort()

    def close(self) -> None:
        """End the process, the children that it had, and their folders."""
        self._end()

    def exchange(self, message: Task, tell: Tell | None = None) -> Any:  # noqa: ANN401 - by the task
        """Give the worker a task, and return the answer, whose type is in ``ANSWER_TO``.

        Args:
            message: the task.
            tell: is told in a few words what the worker does.

        Raises:
            SubmissionError: the submission cannot be read, or takes too much to read and judge.
            WeakSandboxError: private cases are not run here.
            SandboxError: no process can be had to grade in.
            GraderError: the grader failed.
        """
        limits = self._limits
        is_graded = isinstance(message, Grade)
        seconds = limits.worker_seconds + (limits.most_seconds if is_graded else 0)
        if self._process is None:
            self._process = self._launch()
        process = self._process
        with WATCHDOG.watching(seconds, process.abort) as watched:
            try:
                frames.send(process.writer, message)
                got = self._heard(process, tell, watched)
            except (frames.EndOfStream, OSError, ProtocolError) as error:
                self._fail(self._end(), error, overdue=watched.overdue)
            except BaseException:
                self._end()
                raise
        if isinstance(got, ANSWER_TO[type(message)]):
            if is_graded and self._fresh:
                self._end()  # modules and patches of one submission's tests must not outlive it
            return got
        if isinstance(got, Failed):
            raise error_of(got)
        self._end()
        raise GraderFaultError(f"the process that judges answered {type(got).__name__}")

    def _heard(self, process: Launched, tell: Tell | None, watched: Watched) -> Any:  # noqa: ANN401 - one of FromWorker
        """The worker's answer; its own requests are served meanwhile."""
        largest = self._limits.report_mb << 20
        while True:
            heard = _DECODER.receive(process.reader, largest)
            match heard:
                case Told(words):
                    if tell:
                        tell(words)
                case Borrow(modules):
                    watched.deadline += _STARTING
                    self._lend(process, modules)
                case HowMuch(number):
                    child = self._lent.get(number)
                    frames.send(process.writer, Used(child.used() if child else -1.0))
                case GiveBack(number):
                    frames.send(process.writer, self._taken_back(number))
                case Folder(limits, path):
                    frames.send(process.writer, self._folder(limits, path))
                case _:
                    return heard

    def _lend(self, process: Launched, modules: tuple[str, ...]) -> None:
        try:
            child = self._children.forked(modules, self._support)
        except SandboxError as error:
            frames.send(process.writer, Lent(0, problem=str(error)))
            return
        number = next(self._numbers)
        self._lent[number] = child
        with child.link as link:  # the worker alone has it from now on
            frames.send(process.writer, Lent(number, child.private))
            process.send(link)

    def _taken_back(self, number: int) -> ProcessEnding | Failed:
        try:
            child = self._lent.pop(number, None)
            return child.end() if child else ProcessEnding(0)
        except SandboxError as error:
            return Failed("sandbox", str(error))

    def _folder(self, limits: Limits, path: str) -> FolderIs:
        if path:
            self._folders.pop(path).clear()
            return FolderIs("")
        made = self._children.scratch(limits)
        self._folders[made.path] = made
        return FolderIs(made.path)

    def _end(self) -> ProcessEnding:
        process, self._process = self._process, None
        stopped = process.end() if process else ProcessEnding(0)
        for child in self._lent.values():
            with suppress(SandboxError):
                child.end()
        for folder in self._folders.values():
            folder.clear()
        self._lent.clear()
        self._folders.clear()
        return stopped

    def _fail(self, stopped: ProcessEnding, error: Exception, *, overdue: bool) -> NoReturn:
        """Raise the error that says why a worker was lost."""
        limits = self._limits
        by_signal = os.name == "posix" and os.WIFSIGNALED(stopped.status)
        number = os.WTERMSIG(stopped.status) if by_signal else 0
        if overdue:
            raise TooMuchError("takes too long to read and judge") from error
        if number == getattr(signal, "SIGXCPU", -1):
            most = limits.worker_cpu_seconds
            words = f"takes more than {most} s of processor time to read and judge"
            raise TooMuchError(words) from error
        how = f"signal {number}" if number else f"exit code {stopped.status >> 8}"
        raise TooMuchError(f"could not be judged: the process that judges it ended ({how})")
