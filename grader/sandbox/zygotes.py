"""The warm processes, one for each set of libraries, and the children they fork."""

from __future__ import annotations

import os
import socket
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Self

from grader.errors import OURS, GraderError
from grader.protocol import frames
from grader.protocol.limits import Limits
from grader.protocol.messages import (
    Fork,
    Forked,
    FromZygote,
    Prepare,
    Stop,
    Stopped,
    Usage,
    Used,
    Warm,
)
from grader.protocol.values import ProtocolError
from grader.sandbox import launch
from grader.sandbox.channel import Channel
from grader.sandbox.scratch import Scratch
from grader.sandbox.watchdog import WATCHDOG

_LARGEST = 1 << 16
_PATIENCE = 180.0  # seconds; importing TensorFlow from a slow disk takes its time


class SandboxError(GraderError):
    """The grader could not provide a process to grade in: our fault, never the learner's."""

    exit_code = OURS

    def __init__(self, trouble: str) -> None:
        """What the trouble is, in a few words."""
        words = "there is no process to grade in, by no fault of the submission"
        super().__init__(f"{words}: {trouble}")


class ForkedChild(NamedTuple):
    """A child that a warm process has forked, before anything is said to it.

    Attributes:
        link: the grader's end of the connection to it.
        private: whether it has a file system of its own.
        end: kills it with everything it started and tells how it had ended.
        used: the processor seconds it has used so far; -1 if that is not known.
    """

    link: socket.socket
    private: bool
    end: Callable[[], Stopped]
    used: Callable[[], float]

    def channel(self) -> Channel:
        """To ask it from this process."""

        def end() -> Stopped:
            self.link.close()
            return self.end()

        reader, writer = streams(self.link)
        abort = partial(shut, self.link)
        return Channel(reader, writer, abort, end, self.used, private=self.private)


class Zygote:
    """One warm process. Its methods may be called from several threads."""

    def __init__(self, prepare: Prepare, started: launch.Started) -> None:
        """A warm process from one that has started.

        Args:
            prepare: the libraries it is to import.
            started: the process.
        """
        self._process = started.process
        self._link = started.link
        self._reader = started.link.makefile("rb")
        self._writer = started.link.makefile("wb")
        with suppress(OSError):  # if it is gone, the first fork says so
            frames.send(self._writer, prepare)
        self._decoder: frames.Decoder[Any] = frames.Decoder(FromZygote)
        self._lock = threading.Lock()
        self._warm: Warm | None = None

    def fork(self) -> ForkedChild:
        """A new child.

        Raises:
            SandboxError: the zygote cannot start or cannot fork.
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
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(2)
        self._process.kill()
        self._process.wait()
        for part in (self._reader, self._writer, self._link):
            with suppress(OSError):
                part.close()

    def _wait_until_warm(self) -> bool:
        """Wait; whether its children have a world of their own."""
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
            except (OSError, ValueError, SandboxError):  # whoever ends the child will say so
                return -1.0
        return used.cpu_seconds

    def _end(self, pid: int) -> Stopped:
        with self._lock:
            if self._writer.closed:  # the zygote was closed, and its children with it
                return Stopped(0)
            try:
                frames.send(self._writer, Stop(pid))
            except OSError as error:  # its children are gone with it, whatever they were doing
                raise SandboxError("the warm process was ended from outside") from error
            stopped: Stopped = self._receive(Stopped)
        return stopped

    def _receive(self, kind: type[Any]) -> Any:  # noqa: ANN401 - of that kind
        try:
            # No answer at all is an answer, too: the link is cut, and whoever waits goes on.
            with WATCHDOG.watching(_PATIENCE, lambda: shut(self._link)):
                message = self._decoder.receive(self._reader, _LARGEST)
        except (frames.EndOfStream, OSError, ProtocolError) as error:
            raise SandboxError("the warm process ended without a word") from error
        if not isinstance(message, kind):
            raise SandboxError(f"the warm process said {type(message).__name__}")
        return message


class Zygotes:
    """Starts the warm processes on demand and ends them all at last."""

    def __init__(
        self,
        spare: launch.Started | None = None,
        without: tuple[str, ...] = (),
    ) -> None:
        """No process yet.

        Args:
            spare: a process that has been started already.
            without: layers of protection to leave out, for tests and measurements.
        """
        self.without = without
        self._spare = spare
        self._live: dict[tuple[str, ...], Zygote] = {}
        self._retired: list[Zygote] = []
        self._lock = threading.Lock()

    def warm(self, modules: tuple[str, ...], support: Path | None) -> None:
        """Begin to warm a process, where processes can be forked.

        Args:
            modules: the libraries it imports.
            support: the assignment's folder that its children may use.
        """
        if launch.CAN_FORK:
            self._zygote(modules, support)

    def _zygote(self, modules: tuple[str, ...], support: Path | None) -> Zygote:
        with self._lock:
            key = (*modules, *launch.visible(support))
            if key not in self._live:
                self._live[key] = Zygote(Prepare(modules), self._started(support))
            return self._live[key]

    def child(self, modules: tuple[str, ...], support: Path | None = None) -> Channel:
        """A fresh child that has these libraries at hand; without any, it imports them itself.

        Raises:
            SandboxError: none can be had.
        """
        if not launch.CAN_FORK:
            return cold_child(launch.visible(support))
        return self.forked(modules, support).channel()

    def forked(self, modules: tuple[str, ...], support: Path | None = None) -> ForkedChild:
        """A fresh child as the warm process gives it; only where processes can be forked.

        Raises:
            SandboxError: none can be had.
        """
        zygote = self._zygote(modules, support)
        try:
            return zygote.fork()
        except SandboxError:
            # It died, or a library started a thread in it: once more with a new one.
            with self._lock:
                # It is closed at last: children of other submissions may still live.
                self._retired += [one for one in self._live.values() if one is zygote]
                self._live = {key: one for key, one in self._live.items() if one is not zygote}
            return self._zygote(modules, support).fork()

    def scratch(self, limits: Limits) -> Scratch:
        """A folder for a child that has no file system of its own."""
        return Scratch(limits)

    def close(self) -> None:
        """End every warm process."""
        for zygote in (*self._live.values(), *self._retired):
            zygote.close()
        self._live.clear()
        self._retired.clear()
        if self._spare is not None:
            Zygote(Prepare(()), self._spare).close()
            self._spare = None

    def _started(self, support: Path | None) -> launch.Started:
        """A process that shows its children this folder: the one in reserve if it does."""
        private = "world" not in self.without
        spare = self._spare
        if spare is None or spare.world != (launch.visible(support), private):
            return launch.zygote(support, private=private)
        self._spare = None
        return spare

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def cold_child(support: tuple[str, ...]) -> Channel:
    """A child as a program of its own: slower to start, and all that macOS and Windows have."""
    if os.name == "nt":
        process = launch.cold_child(support)
        reader, writer, link = process.stdout, process.stdin, None
        if reader is None or writer is None:
            raise SandboxError("a process without its pipes")
    else:  # whoever else keeps the other end open, this one can be shut
        link, theirs = socket.socketpair()
        with theirs:
            process = launch.cold_child(support, theirs.fileno())
        reader, writer = streams(link)

    def abort() -> None:
        _kill_tree(process)
        if link is not None:
            shut(link)

    def end() -> Stopped:
        abort()
        process.wait()
        for part in (reader, writer, *((link,) if link else ())):
            with suppress(OSError):
                part.close()
        code = process.returncode
        return Stopped((code & 0xFF) << 8 if code >= 0 else -code)  # as waitpid has it

    return Channel(reader, writer, abort=abort, end=end)


def _kill_tree(process: subprocess.Popen[bytes]) -> None:
    if os.name == "nt":
        command = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, 9)
    process.kill()


def streams(link: socket.socket) -> tuple[BinaryIO, BinaryIO]:
    """A socket's two directions; ``makefile`` does the same in Python and takes twice as long."""
    number = link.fileno()
    return os.fdopen(number, "rb", closefd=False), os.fdopen(number, "wb", closefd=False)


def shut(link: socket.socket) -> None:
    """End reading and writing at this socket, here and at its other end."""
    with suppress(OSError):
        link.shutdown(socket.SHUT_RDWR)
