"""The budget of one submission: wall-clock and processor time for all passes over it together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from grader.protocol.limits import Limits

_ROUNDING = 0.1  # seconds by which the kernel may end a process too early


class Budget:
    """The time for a whole notebook. Everything counts: running cells, questions, new starts.

    Only the first start of a pass does not count: none of the submission's code has run before it,
    so waiting for the libraries is not the submission's fault.

    Attributes:
        cpu_seconds: the processor time that ended children have used.
    """

    def __init__(self, limits: Limits) -> None:
        """Begin with the whole time; the clock runs from now on."""
        self._limits = limits
        self._ends_at = monotonic() + limits.total_seconds
        self.cpu_seconds = 0.0

    def at_most(self, seconds: float) -> float:
        """This many seconds, or the seconds that are left if they are fewer."""
        return min(seconds, self._ends_at - monotonic())

    def cpu_left(self) -> int:
        """The whole processor seconds that are left; at least one."""
        return max(int(self._limits.total_cpu_seconds - self.cpu_seconds), 1)

    def cpu_with_rounding(self) -> float:
        """The most processor seconds that may have been used."""
        return self.cpu_seconds + _ROUNDING

    def used_up(self) -> str:
        """The words for the resource that is used up; empty if there is time left."""
        if self.cpu_with_rounding() >= self._limits.total_cpu_seconds:
            return self.words_for("processor time", self._limits.total_cpu_seconds)
        if self.at_most(1.0) <= 0:
            return self.words_for("time", self._limits.total_seconds)
        return ""

    def overdrawn(self) -> str:
        """The phrase for a child that was stopped because the time for the notebook was over."""
        return f"used up {self.words_for('time', self._limits.total_seconds)}"

    @staticmethod
    def words_for(resource: str, seconds: float) -> str:
        """The words for a limit on the whole notebook."""
        return f"the {resource} for the whole notebook, {seconds:g} s,"

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Stop the clock while the block runs."""
        began = monotonic()
        try:
            yield
        finally:
            self._ends_at += monotonic() - began
