"""What all passes over one submission may use together: wall-clock and processor time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from grader.protocol.limits import Limits

_ROUNDING = 0.1  # seconds by which the kernel may end a process too early


class Budget:
    """The time for a whole notebook. Whatever is done for it counts: cells, questions, new starts.

    The first start of a pass alone does not: none of the submission's code has run then, and to
    wait for the libraries is nobody's fault.

    Attributes:
        cpu_seconds: the processor time that children which have ended have used.
    """

    def __init__(self, limits: Limits) -> None:
        """Nothing is used up; the clock runs from now on."""
        self._limits = limits
        self._ends_at = time.monotonic() + limits.total_seconds
        self.cpu_seconds = 0.0

    def at_most(self, seconds: float) -> float:
        """So many seconds, or those that are left if these are fewer."""
        return min(seconds, self._ends_at - time.monotonic())

    def cpu_left(self) -> int:
        """The whole processor seconds that are left; at least one."""
        return max(int(self._limits.total_cpu_seconds - self.cpu_seconds), 1)

    def cpu_with_rounding(self) -> float:
        """The processor seconds that have been used, as many as there may have been."""
        return self.cpu_seconds + _ROUNDING

    def used_up(self) -> str:
        """What is used up, in words; empty if nothing is."""
        if self.cpu_with_rounding() >= self._limits.total_cpu_seconds:
            return self.whole("processor time", self._limits.total_cpu_seconds)
        if self.at_most(1.0) <= 0:
            return self.whole("time", self._limits.total_seconds)
        return ""

    def overdrawn(self) -> str:
        """What a child did that was stopped at the end of the time, as a phrase after its name."""
        return f"used up {self.whole('time', self._limits.total_seconds)}"

    @staticmethod
    def whole(what: str, seconds: float) -> str:
        """The words for a limit on the whole notebook."""
        return f"the {what} for the whole notebook, {seconds:g} s,"

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Do not count what happens in the block."""
        began = time.monotonic()
        try:
            yield
        finally:
            self._ends_at += time.monotonic() - began
