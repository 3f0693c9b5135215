"""All warm processes, one for each set of libraries, and the children that they fork."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Self

from grader.protocol.limits import Limits
from grader.protocol.messages import Prepare
from grader.sandbox import launch
from grader.sandbox.channel import Channel
from grader.sandbox.cold_child import cold_child
from grader.sandbox.sandbox_error import SandboxError
from grader.sandbox.scratch import Scratch
from grader.sandbox.zygote import ForkedChild, Zygote


class Zygotes:
    """Starts warm processes on demand, and ends them all at last."""

    def __init__(
        self,
        spare: launch.StartedZygote | None = None,
        without: tuple[str, ...] = (),
    ) -> None:
        """Prepare; no process is started yet.

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
        """See ``Children``; nothing is warmed where processes cannot be forked."""
        if launch.CAN_FORK:
            self._zygote(modules, support)

    def _zygote(self, modules: tuple[str, ...], support: Path | None) -> Zygote:
        with self._lock:
            key = (*modules, *launch.visible(support))
            if key not in self._live:
                self._live[key] = Zygote(Prepare(modules), self._started(support))
            return self._live[key]

    def child(self, modules: tuple[str, ...], support: Path | None = None) -> Channel:
        """See ``Children``."""
        if not launch.CAN_FORK:
            return cold_child(launch.visible(support))
        return self.forked(modules, support).channel()

    def forked(self, modules: tuple[str, ...], support: Path | None = None) -> ForkedChild:
        """A fresh child as the warm process forks it; only where processes can be forked.

        Raises:
            SandboxError: no child can be forked.
        """
        zygote = self._zygote(modules, support)
        try:
            return zygote.fork()
        except SandboxError:
            # It died, or a library started a thread in it: once more with a new one.
            with self._lock:
                # It is closed at the very end: children of other submissions may still live.
                for key, live in list(self._live.items()):
                    if live is zygote:
                        self._retired.append(self._live.pop(key))
            return self._zygote(modules, support).fork()

    def scratch(self, limits: Limits) -> Scratch:
        """See ``Children``."""
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

    def _started(self, support: Path | None) -> launch.StartedZygote:
        """A process whose children may use this folder: the spare one if it suits."""
        private = "world" not in self.without
        spare = self._spare
        if spare is None or spare.world != (launch.visible(support), private):
            return launch.start_zygote(support, private=private)
        self._spare = None
        return spare

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
