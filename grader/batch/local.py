"""Grading a class on this machine: several worker processes, and a thread that waits for each.

A thread takes the next file, has its worker read it, and asks the main thread whether it is to be
graded. So only the main thread uses the gradebook, and it notes files in their order, whichever was
read first.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from queue import SimpleQueue

import msgspec

from grader.batch.jobs import Done, Job, Note, Reading, grade_job, read_handed_in
from grader.intake.collect import HandedIn
from grader.suite import Suite
from grader.workers.pool import Pool
from grader.workers.worker import Worker

Files = SimpleQueue[tuple[int, HandedIn] | None]
"""The files with their positions, and None once for each thread."""
Replies = SimpleQueue[Job | None]


class _Read(msgspec.Struct, frozen=True):
    """A file has been read; its thread waits for a job, or None, in ``reply``."""

    position: int
    file: HandedIn
    reading: Reading
    reply: Replies


class _Ended(msgspec.Struct, frozen=True):
    """A thread has come to its end, or has failed with an error."""

    error: BaseException | None = None


Events = SimpleQueue[_Read | Done | _Ended]


class Local:
    """The workers of this machine."""

    def __init__(self, pool: Pool, suite: Suite, at_a_time: int, most: int) -> None:
        """Prepare; no worker is started yet.

        Args:
            pool: starts the workers.
            suite: the assignment.
            at_a_time: the number of workers.
            most: limit on a file's size, in bytes.
        """
        self._pool = pool
        self._suite = suite
        self._at_a_time = at_a_time
        self._most = most
        self._stopped = threading.Event()

    def run(self, handed_in: Sequence[HandedIn], note: Note) -> Iterator[Done]:
        """Read all files, and yield results in the order in which the workers have them."""
        self._pool.warm()
        files: Files = SimpleQueue()
        events: Events = SimpleQueue()
        replies: list[Replies] = [
            SimpleQueue() for _ in range(min(self._at_a_time, max(len(handed_in), 1)))
        ]
        threads = [
            threading.Thread(target=self._work, args=(self._pool.worker(), files, events, reply))
            for reply in replies
        ]
        for item in (*enumerate(handed_in), *[None] * len(threads)):
            files.put(item)
        for thread in threads:
            thread.start()
        try:
            yield from _settled(events, len(threads), note)
        finally:
            self._stopped.set()
            self._pool.abort()  # running work is not waited for
            for reply in replies:
                reply.put(None)
            for thread in threads:
                thread.join()
            self._pool.close()

    def close(self) -> None:
        """End the workers and the warm processes."""
        self._pool.close()

    def _work(self, worker: Worker, files: Files, events: Events, reply: Replies) -> None:
        """The work of a thread: it takes one file after another."""
        try:
            for position, file in iter(files.get, None):
                if self._stopped.is_set():
                    break
                events.put(_Read(position, file, read_handed_in(worker, file, self._most), reply))
                job = reply.get()
                if job is not None:
                    events.put(grade_job(self._suite, worker, job, was_read=True))
        except BaseException as error:  # noqa: BLE001 - the main thread raises it
            events.put(_Ended(error))
        else:
            events.put(_Ended())


def _settled(events: Events, running: int, note: Note) -> Iterator[Done]:
    """The results of all threads as they come; files are noted in their order."""
    early: dict[int, _Read] = {}
    position = 0
    while running:
        match events.get():
            case Done() as done:
                yield done
            case _Read() as read:
                early[read.position] = read
                while position in early:
                    noted = early.pop(position)
                    noted.reply.put(note(noted.file, noted.reading))
                    position += 1
            case _Ended(error):
                running -= 1
                if error is not None:
                    raise error
