"""The program of a worker: lock down, then do the tasks it gets until the starter hangs up."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from typing import Any, NoReturn

import msgspec

from grader.child import resources
from grader.grading.grader import Grader
from grader.grading.needed import digests_of_needed, needed_cells
from grader.likeness.statements import statements
from grader.protocol import frames
from grader.report import Report
from grader.sandbox.children import Children
from grader.sandbox.links import streams
from grader.sandbox.sandbox_error import SandboxError
from grader.submissions.reading import Submission, of_sources, parse
from grader.workers import worker_lockdown
from grader.workers.lent import Ask, LentChildren
from grader.workers.worker_errors import TooMuchError, failed
from grader.workers.worker_messages import (
    Compare,
    Compared,
    Failed,
    FromWorker,
    Grade,
    Graded,
    Need,
    Needed,
    ReadFile,
    Take,
    Told,
    ToWorker,
    WasRead,
)

LARGEST = 1 << 30  # from the starter, which is trusted
_DECODER: frames.Decoder[Any] = frames.Decoder(ToWorker)


class WorkerProcess:
    """Reads and grades one submission at a time."""

    def __init__(self, grader: Grader, reader: frames.Reader, writer: frames.Writer) -> None:
        """A worker.

        Args:
            grader: grades the submissions that have been read.
            reader: the stream of messages from the starter.
            writer: the stream of messages to the starter.
        """
        self._grader = grader
        self._limits = grader.options.limits
        self._reader = reader
        self._writer = writer
        self._submission: Submission | None = None
        self._told = ""

    def serve(self, children: Callable[[Ask], Children] | None = None) -> NoReturn:
        """Do the starter's tasks until it hangs up. Does not return.

        Args:
            children: makes the source of children that the starter lends; None where this process
                makes its children itself.
        """
        try:
            if children is not None:
                self._grader.zygotes = children(self._ask)
                worker_lockdown.enter(self._limits)
            while True:
                message = _DECODER.receive(self._reader, LARGEST)
                resources.allow_processor_seconds(self._limits.worker_cpu_seconds)
                self._writer.write(self._frame(self._answer(message)))
                self._writer.flush()
        except (frames.EndOfStream, OSError):
            pass
        finally:
            os._exit(0)

    def _ask(self, message: msgspec.Struct, answer: type[Any]) -> Any:  # noqa: ANN401 - of that type
        self._send(message)
        got = _DECODER.receive(self._reader, LARGEST)
        if isinstance(got, answer):
            return got
        words = got.words if isinstance(got, Failed) else f"the grader said {type(got).__name__}"
        raise SandboxError(words)

    def _answer(self, message: object) -> FromWorker:
        """The answer to a task, or the reason why there is none: no submission costs another."""
        try:
            return self._done(message)
        except MemoryError:
            most = self._limits.worker_memory_mb
            words = f"takes more than {most} MB of memory to read and judge"
            return failed(TooMuchError(words))
        except frames.EndOfStream:  # the starter has gone
            raise
        except Exception as error:  # noqa: BLE001 - said in a sentence; the starter goes on
            return failed(error)

    def _done(self, message: object) -> FromWorker:
        match message:
            case ReadFile(name, content):
                return self._took(parse(name, content, self._grader.places))
            case Take(name, sources):
                return self._took(of_sources(name, sources))
            case Need() if self._submission is not None:
                return Needed(digests_of_needed(self._submission, self._grader.suite))
            case Compare() if self._submission is not None:
                cells = needed_cells(self._submission, self._grader.suite)
                return Compared(cells, statements(cells))
            case Grade(only, old):
                return Graded(self._graded(only, old))
        raise TypeError(type(message).__name__)

    def _took(self, submission: Submission) -> WasRead:
        self._submission = submission
        return WasRead(submission.digest, submission.sources)

    def _graded(self, only: tuple[str, ...], old: Report | None) -> Report:
        submission, self._submission = self._submission, None
        if submission is None:
            raise ValueError("nothing has been read")
        if only and old is not None:
            return self._grader.grade_again(submission, old, only)
        return self._grader.grade_submission(submission, self._tell)

    def _tell(self, words: str) -> None:
        if words != self._told:
            self._told = words
            self._send(Told(words[:100]))

    def _send(self, message: msgspec.Struct) -> None:
        """Send a message to the starter; if that fails the starter has gone."""
        try:
            frames.send(self._writer, message)
        except OSError as error:
            raise frames.EndOfStream from error

    def _frame(self, answer: FromWorker) -> bytes:
        """The answer as a frame, if it is no larger than the starter reads."""
        frame = frames.pack(answer)
        most = self._limits.report_mb
        if len(frame) <= most << 20:
            return frame
        return frames.pack(failed(TooMuchError(f"needs a report of more than {most} MB")))


def live(grader: Grader, talk: socket.socket, links: socket.socket) -> NoReturn:
    """Run a worker whose children are made by its starter. Does not return.

    Args:
        grader: grades the submissions that have been read.
        talk: the link to the starter.
        links: the socket over which the children's sockets come.
    """
    without = grader.options.without
    reader, writer = streams(talk)
    worker = WorkerProcess(grader, reader, writer)
    worker.serve(lambda ask: LentChildren(ask, links, without))
