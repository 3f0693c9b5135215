"""One warm process, which has imported libraries and forks children that have them at hand."""

from __future__ import annotations

import os
import select
import socket
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, NamedTuple

from grader.protocol import frames
from grader.protocol.messages import (
    Fork,
    Forked,
    FromZygote,
    Prepare,
    ProcessEnding,
    Stop,
    Usage,
    Used,
    Warm,
)
from grader.protocol.values import ProtocolError
from grader.sandbox import launch
from grader.sandbox.channel import Channel
from grader.sandbox.links import close_all, shut, streams
from grader.sandbox.sandbox_error import SandboxError
from grader.sandbox.watchdog import WATCHDOG

_LARGEST = 1 << 16  # bytes of a message from a warm process
_PATIENCE = 180.0  # seconds; importing TensorFlow from a slow disk takes its time


class ForkedChild(NamedTuple):
    """A child that a warm process has just forked.

    Attributes:
        link: the grader's end of the connection to it.
        private: whether it has a file system of its own.
        end: kills it with everything it started, and returns how it ended.
        used: returns the processor seconds it has used so far; -1 if they are not known.
    """

    link: socket.socket
    private: bool
    end: Callable[[], ProcessEnding]
    used: Callable[[], float]

    def channel(self) -> Channel:
        """A channel for asking it from this process."""

        def end() -> ProcessEnding:
            self.link.close()
            return self.end()

        reader, writer = streams(self.link)
        abort = partial(shut, self.link)
        return Channel(reader, writer, abort, end, self.used, private=self.private)


class Zygote:
    """One warm process. Its methods may be called from several threads."""

    def __init__(self, prepare: Prepare, started: launch.StartedZygote) -> None:
        """Have a started process warm itself.

        Args:
            prepare: the libraries that it is to import.
            started: the process.
        """
        self._process = started.process
        self._link = started.link
        self._reader = started.link.makefile("rb")
        self._writer = started.link.makefile("wb")
        with suppress(OSError):  # if it has ended, the first fork says so
            frames.send(self._writer, prepare)
        self._decoder: frames.Decoder[Any] = frames.Decoder(FromZygote)
        self._lock = threading.Lock()
        self._warm: Warm | None = None

    def fork(self) -> ForkedChild:
        """Fork a child.

        Raises:
            SandboxError: the zygote did not start, or cannot fork.
        """
        ours, theirs = socket.socketpair()
        with theirs, self._lock:
            try:
                private = self._wait_until_warm()
                socket.send_fds(self._link, [frames.pack(Fork())], [theirs.fileno()])
                forked = self._receive(Forked)
            except OSError as error:
                ours.close()
                raise SandboxError("the warm process was ended from outside") from error
            except BaseException:
                ours.close()
                raise
        if not forked.pid:
            ours.close()
            message = "the warm process has more than one thread and cannot be forked"
            raise SandboxError(message)
        pid = forked.pid
        return ForkedChild(ours, private, partial(self._end, pid), partial(self._used, pid))

    def close(self) -> None:
        """End the zygote and all its children."""
        shut(self._link)
        _await_end(self._process, 2)
        self._process.kill()
        self._process.wait()
        close_all(self._reader, self._writer, self._link)

    def _wait_until_warm(self) -> bool:
        """Wait until it is warm; return whether its children have a file system of their own."""
        if self._warm is None:
            self._warm = self._receive(Warm)
        if self._warm.problem:
            raise SandboxError(self._warm.problem)
        return self._warm.private

    def _used(self, pid: int) -> float:
        with self._lock:
            try:
                frames.send(self._writer, Usage(pid))
                used: Used = self._receive(Used)
            except (OSError, ValueError, SandboxError):  # ending the child will report it
                return -1.0
        return used.cpu_seconds

    def _end(self, pid: int) -> ProcessEnding:
        with self._lock:
            if self._writer.closed:  # the zygote was closed, and its children with it
                return ProcessEnding(0)
            try:
                frames.send(self._writer, Stop(pid))
            except OSError as error:  # its children have ended with it, whatever they were doing
                raise SandboxError("the warm process was ended from outside") from error
            stopped: ProcessEnding = self._receive(ProcessEnding)
        return stopped

    def _receive(self, kind: type[Any]) -> Any:  # noqa: ANN401 - of that kind
        try:
            # If no message comes at all, the watchdog shuts the link, and the waiting ends.
            with WATCHDOG.watching(_PATIENCE, lambda: shut(self._link)):
                message = self._decoder.receive(self._reader, _LARGEST)
        except (frames.EndOfStream, OSError, ProtocolError) as error:
            raise SandboxError("the warm process ended without a word") from error
        if not isinstance(message, kind):
            raise SandboxError(f"the warm process said {type(message).__name__}")
        return message


def _await_end(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Wait until a process has ended, at most so long; told by the kernel, where it can."""
    if process.poll() is not None:
        return
    try:
        handle = os.pidfd_open(process.pid)  # wait() with a time looks again later and later
    except OSError:
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        return
    try:
        poll = select.poll()
        poll.register(handle, select.POLLIN)
        poll.poll(seconds * 1000)
    finally:
        os.close(handle)
