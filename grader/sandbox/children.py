"""Whoever provides the children that submissions run in, as the rest of the grader knows it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from grader.protocol.limits import Limits
from grader.sandbox.channel import Channel
from grader.sandbox.scratch import Scratch


class Children(Protocol):
    """A source of fresh children: warm processes of this process, or those of another."""

    @property
    def without(self) -> tuple[str, ...]:
        """Layers of protection to leave out, for tests and measurements."""

    def warm(self, modules: tuple[str, ...], support: Path | None) -> object:
        """Begin to get ready for children that have these libraries at hand.

        Args:
            modules: the libraries.
            support: the assignment's folder that the children may use.
        """

    def child(self, modules: tuple[str, ...], support: Path | None = None) -> Channel:
        """A fresh child that has these libraries at hand; without any, it imports them itself.

        Raises:
            SandboxError: none can be had.
        """

    def scratch(self, limits: Limits) -> Scratch:
        """A folder for a child that has no file system of its own."""

    def close(self) -> None:
        """End every process that was started for it."""
