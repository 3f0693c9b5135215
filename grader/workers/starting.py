"""Starting a worker's process: forked from one that has loaded the assignment, or started anew."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO, NamedTuple

import msgspec

from grader.grading.grader import Options
from grader.protocol import frames
from grader.protocol.messages import ProcessEnding
from grader.sandbox.endings import stopped_with
from grader.sandbox.links import close_all, pipes, shut, streams
from grader.sandbox.sandbox_error import SandboxError
from grader.workers.forkserver import ForkServer

_PROJECT = Path(__file__).resolve().parents[2]


class Launched(NamedTuple):
    """A worker's process.

    Attributes:
        reader: the stream of messages from it.
        writer: the stream of messages to it.
        abort: ends a read or write that is waiting.
        end: kills the process and returns how it ended.
        send: gives it a child's socket.
    """

    reader: IO[bytes]
    writer: IO[bytes]
    abort: Callable[[], None]
    end: Callable[[], ProcessEnding]
    send: Callable[[socket.socket], None]


def forked(server: ForkServer) -> Launched:
    """A worker forked from the process that has loaded the assignment.

    Raises:
        SandboxError: the process that forks workers is gone.
    """
    talk, their_talk = socket.socketpair()
    links, their_links = socket.socketpair()
    with their_talk, their_links:
        try:
            pid = server.fork((their_talk, their_links))
        except (OSError, frames.EndOfStream) as error:
            talk.close()
            links.close()
            raise SandboxError("the process that starts workers is gone") from error
    reader, writer = streams(talk)

    def end() -> ProcessEnding:
        try:
            return server.stop(pid)
        except (OSError, frames.EndOfStream):  # it was ended with all its workers
            return ProcessEnding(0)
        finally:
            close_all(reader, writer, talk, links)

    def send(link: socket.socket) -> None:
        socket.send_fds(links, [b"c"], [link.fileno()])

    return Launched(reader, writer, partial(shut, talk), end, send)


def spawned(root: Path, options: Options, *, private: bool) -> Launched:
    """A worker as a program of its own, which makes its children itself.

    For systems that cannot fork, and for programs that have threads already.

    Args:
        root: the assignment's folder.
        options: how to grade.
        private: whether the private cases are loaded.
    """
    arguments = [str(root), msgspec.json.encode(options).decode(), "private" if private else ""]
    process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own program
        [sys.executable, "-P", "-m", "grader.workers.spawned", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(_PROJECT)},
    )
    reader, writer = pipes(process)

    def end() -> ProcessEnding:
        process.kill()
        exit_code = process.wait()
        close_all(reader, writer)
        return stopped_with(exit_code)

    def send(link: socket.socket) -> None:
        raise SandboxError(f"a program of its own takes no child ({link.fileno()})")

    return Launched(reader, writer, process.kill, end, send)
