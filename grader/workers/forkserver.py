"""The process that forks workers: it has loaded the assignment, and has one thread.

The process that grades a class has a thread for each worker, and a process with several threads
must not fork. So it forks this one first, before it has a second thread, and asks it for workers.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple, NoReturn

from grader.child import descriptors, tree
from grader.protocol import frames
from grader.protocol.messages import Fork, Forked, ProcessEnding, Stop

_LARGEST = 1 << 10
_LINKS = 2  # a worker's two sockets

Live = Callable[[socket.socket, socket.socket], NoReturn]
"""The main function of a worker; it gets the worker's two links to the starter."""


class ForkServer(NamedTuple):
    """The starter's side of the process that forks workers.

    Attributes:
        pid: the process's number.
        link: the socket for messages to and from it.
        lock: held by the one thread that talks to it.
    """

    pid: int
    link: socket.socket
    lock: threading.Lock

    def fork(self, links: tuple[socket.socket, socket.socket]) -> int:
        """Fork a worker that gets these ends of its two links.

        Returns:
            Its process number.

        Raises:
            OSError: the process that forks has ended.
            EndOfStream: it ended before it answered.
        """
        with self.lock:
            descriptors = [link.fileno() for link in links]
            socket.send_fds(self.link, [frames.pack(Fork())], descriptors)
            forked: Forked = self._receive(Forked)
            return forked.pid

    def stop(self, pid: int) -> ProcessEnding:
        """End a worker, and return how it ended.

        Raises:
            OSError: the process that forks has ended.
            EndOfStream: it ended before it answered.
        """
        with self.lock:
            self.link.sendall(frames.pack(Stop(pid)))
            stopped: ProcessEnding = self._receive(ProcessEnding)
            return stopped

    def close(self) -> None:
        """End the process and all its workers."""
        with suppress(OSError):
            self.link.shutdown(socket.SHUT_RDWR)
        self.link.close()
        with suppress(OSError):
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)

    def _receive(self, kind: type[Any]) -> Any:  # noqa: ANN401 - of that kind
        message = _FROM.receive(frames.SocketReader(self.link), _LARGEST)
        if not isinstance(message, kind):
            raise frames.EndOfStream
        return message


def start(live: Callable[[], Live]) -> ForkServer:
    """Fork the process that forks workers; call it before this process has a second thread.

    Args:
        live: called once in the new process; returns the main function of its workers.
    """
    ours, theirs = socket.socketpair()
    gc.freeze()  # keeps the memory shared: the collector does not write to it
    pid = os.fork()
    if pid == 0:
        _serve(theirs, live)
    theirs.close()
    return ForkServer(pid, ours, threading.Lock())


def _serve(link: socket.socket, make: Callable[[], Live]) -> NoReturn:
    workers: set[int] = set()
    try:
        os.setsid()  # Ctrl-C is for the starter, which ends us
        descriptors.keep_only([link.fileno()])  # links of the starter's must end when it ends
        live = make()
        while True:
            message, links = _heard(link)
            if isinstance(message, Fork):
                pid = os.fork()
                if pid == 0:
                    link.close()
                    live(*(socket.socket(fileno=number) for number in links))
                for number in links:
                    os.close(number)
                workers.add(pid)
                link.sendall(frames.pack(Forked(pid)))
            elif isinstance(message, Stop) and message.pid in workers:
                workers.discard(message.pid)
                link.sendall(frames.pack(tree.killed(message.pid)))
    except (frames.EndOfStream, OSError):
        pass
    finally:
        for pid in workers:
            with suppress(OSError):
                os.kill(pid, signal.SIGKILL)
        os._exit(0)


def _heard(link: socket.socket) -> tuple[Any, list[int]]:
    """A message, and the descriptors that came beside it."""
    first, links, _, _ = socket.recv_fds(link, 4, _LINKS)
    return _TO.receive(frames.SocketReader(link, first), _LARGEST), links


_TO: frames.Decoder[Any] = frames.Decoder(Fork | Stop)
_FROM: frames.Decoder[Any] = frames.Decoder(Forked | ProcessEnding)
