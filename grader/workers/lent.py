"""Children for a worker: its starter makes them, and the worker itself asks them.

A worker may start no process and write no file. It asks its starter for a child and gets the
child's socket, so that its questions to the child pass through no other process.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from grader.protocol.limits import Limits
from grader.protocol.messages import ProcessEnding, Used
from grader.sandbox.channel import Channel
from grader.sandbox.sandbox_error import SandboxError
from grader.sandbox.scratch import Scratch
from grader.sandbox.zygote import ForkedChild
from grader.workers.worker_messages import Borrow, Folder, FolderIs, GiveBack, HowMuch, Lent

Ask = Callable[[msgspec.Struct, type[Any]], Any]
"""Sends a message to the starter and returns the answer, which is of the given type."""


class LentChildren:
    """The source of children in a worker, in the place of warm processes of its own.

    Attributes:
        without: layers of protection to leave out, for tests and measurements.
    """

    def __init__(self, ask: Ask, links: socket.socket, without: tuple[str, ...]) -> None:
        """Nothing is borrowed yet.

        Args:
            ask: asks the starter.
            links: the socket over which the children's sockets come.
            without: layers of protection to leave out, for tests and measurements.
        """
        self.without = without
        self._ask = ask
        self._links = links

    def warm(self, modules: tuple[str, ...], support: Path | None) -> None:
        """Do nothing: the starter decides which processes it warms."""

    def child(self, modules: tuple[str, ...], support: Path | None = None) -> Channel:  # noqa: ARG002 - the starter knows the folder
        """See ``Children``."""
        lent: Lent = self._ask(Borrow(modules), Lent)
        if lent.problem:
            raise SandboxError(lent.problem)
        _, descriptors, _, _ = socket.recv_fds(self._links, 1, 1)
        link = socket.socket(fileno=descriptors[0])
        return ForkedChild(
            link, lent.private, partial(self._end, lent.number), partial(self._used, lent.number)
        ).channel()

    def scratch(self, limits: Limits) -> Scratch:
        """A folder that the starter made."""
        made: FolderIs = self._ask(Folder(limits), FolderIs)
        return _LentScratch(made.path, limits, self._ask)

    def close(self) -> None:
        """Do nothing: the starter ends the children that it lent."""

    def _end(self, number: int) -> ProcessEnding:
        stopped: ProcessEnding = self._ask(GiveBack(number), ProcessEnding)
        return stopped

    def _used(self, number: int) -> float:
        used: Used = self._ask(HowMuch(number), Used)
        return used.cpu_seconds


class _LentScratch(Scratch):
    """A folder that the starter made and removes."""

    def __init__(self, path: str, limits: Limits, ask: Ask) -> None:
        self.path = path
        self._limits = limits
        self._ask = ask

    def clear(self) -> None:
        self._ask(Folder(self._limits, self.path), FolderIs)
