"""A PID namespace for each child, so that no child can count the processes of another.

The first process of a PID namespace is ended by no signal from inside (pid_namespaces(7)), and a
submission's process is to end by its own faults. So the first process is a small one that only
waits, and the child is the second. The namespaces are made in advance by a process without
libraries, because a fork of the warm process takes ten times as long.
"""

from __future__ import annotations

import os
import select
import signal
import socket
from typing import NoReturn

import msgspec

from grader.linux import kernel, namespaces


class PidNamespace(msgspec.Struct, frozen=True):
    """A PID namespace for one child.

    Attributes:
        first: the number of its first process; all others end with it.
        descriptor: the descriptor by which it is entered.
    """

    first: int
    descriptor: int

    def end(self) -> None:
        """End every process in the namespace and wait until none is left."""
        handle = os.pidfd_open(self.first)
        signal.pidfd_send_signal(handle, signal.SIGKILL)
        select.select([handle], [], [])
        os.close(handle)


class Numbering:
    """A helper process that makes PID namespaces. Start it before the libraries are loaded."""

    def __init__(self, unneeded: int) -> None:
        """Start the helper process.

        Args:
            unneeded: a descriptor that the helper has to close.
        """
        self._link, theirs = socket.socketpair()
        with theirs:
            self.process = os.fork()
            if not self.process:
                os.close(unneeded)
                self._link.close()
                _provide(theirs)

    def take(self) -> PidNamespace | None:
        """A new namespace; None if the system allows no more."""
        try:
            self._link.send(b"?")
            first, descriptors, _, _ = socket.recv_fds(self._link, 4, 1)
        except OSError:
            return None
        if not descriptors:
            return None
        return PidNamespace(int.from_bytes(first, "little"), descriptors[0])


def _provide(link: socket.socket) -> NoReturn:
    """Have one namespace ready, hand it over, make the next."""
    try:
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the first processes are not waited for
        own = namespaces.own_pid_namespace()
        while True:
            namespaces.number_children_anew(own)
            first = os.fork()
            if not first:
                _wait(link)
            descriptor = namespaces.pid_namespace_of_children()
            if not link.recv(1):
                break
            socket.send_fds(link, [first.to_bytes(4, "little")], [descriptor])
            os.close(descriptor)
    finally:
        os._exit(0)


def _wait(link: socket.socket) -> NoReturn:
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    link.close()
    while True:
        signal.pause()
