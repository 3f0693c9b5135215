"""The interface to a source of children, the processes in which submissions run."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from grader.protocol.limits import Limits
from grader.sandbox.channel import Channel
from grader.sandbox.scratch import Scratch


class Children(Protocol):
    """A source of fresh children: this process's own warm processes, or those of another one."""

    @property
    def without(self) -> tuple[str, ...]:
        """Layers of protection to leave out, for tests and measurements."""

    def warm(self, modules: tuple[str, ...], support: Path | None) -> object:
        """Begin to warm a process for children with these libraries.

        Args:
            modules: the libraries.
            support: the assignment's folder that the children may use.
        """

    def child(self, modules: tuple[str, ...], support: Path | None = None) -> Channel:
        """A fresh child that has imported these libraries; without any, it imports them itself.

        Raises:
            SandboxError: no child can be started.
        """

    def scratch(self, limits: Limits) -> Scratch:
        """A folder for a child that has no file system of its own."""

    def close(self) -> None:
        """End every process that was started."""
