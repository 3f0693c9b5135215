"""Grading as a program of its own: ``python -m grader.workers.spawned ROOT OPTIONS PRIVATE``.

For systems that cannot fork, and for programs that have threads and so must not. It loads the
assignment, and reads and grades what comes over standard input. Where it can fork, a worker of its
own does that, locked down and within the limits; elsewhere it does so itself, and the limits are
those that its starter watches.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

import msgspec

from grader.assignment import loading
from grader.child import descriptors
from grader.errors import GraderError
from grader.grading.grader import Grader, Options
from grader.protocol import frames
from grader.sandbox.launch import CAN_FORK
from grader.workers.pool import Pool
from grader.workers.worker import Worker
from grader.workers.worker_errors import failed
from grader.workers.worker_messages import (
    Task,
    Told,
)
from grader.workers.worker_process import LARGEST, WorkerProcess


def main(root: str, options_text: str, private: str) -> None:
    """Serve over standard input and output until it ends."""
    reader, writer = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    descriptors.silence((0, 1))
    suite = loading.load_assignment(Path(root), private=bool(private))
    options = msgspec.json.decode(options_text, type=Options)
    if CAN_FORK:
        with Pool(suite, options) as pool:
            _relay(pool.worker(), reader, writer)
    else:
        with Grader(suite, options) as grader:
            WorkerProcess(grader, reader, writer).serve()


def _relay(worker: Worker, reader: IO[bytes], writer: IO[bytes]) -> None:
    """Give the tasks that come to a worker, and its answers back."""
    decoder: frames.Decoder[Task] = frames.Decoder(Task)

    def tell(words: str) -> None:
        frames.send(writer, Told(words))

    while True:
        try:
            message = decoder.receive(reader, LARGEST)
        except frames.EndOfStream:
            return
        try:
            frames.send(writer, worker.exchange(message, tell))
        except GraderError as error:
            frames.send(writer, failed(error))


if __name__ == "__main__":
    main(*sys.argv[1:])
