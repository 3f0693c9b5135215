"""Deadlines by the grader's own clock: one thread for all channels.

A timer for each question would start a thread for each, which costs more than most answers do.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_LOOKS_EVERY = 0.05  # seconds; a deadline is kept to this


@dataclass(eq=False)
class _Watched:
    deadline: float
    give_up: Callable[[], None]
    overdue: bool = False


class Watchdog:
    """Calls what is to be called when a deadline passes."""

    def __init__(self) -> None:
        self._watched: set[_Watched] = set()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    @contextmanager
    def watching(self, seconds: float, give_up: Callable[[], None]) -> Iterator[Callable[[], bool]]:
        """Call ``give_up`` if the block takes longer; it is given a way to ask whether it did."""
        one = _Watched(time.monotonic() + seconds, give_up)
        with self._lock:
            self._watched.add(one)
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._look, name="watchdog", daemon=True)
                self._thread.start()
        try:
            yield lambda: one.overdue
        finally:
            with self._lock:
                self._watched.discard(one)

    def _look(self) -> None:
        while True:
            time.sleep(_LOOKS_EVERY)
            now = time.monotonic()
            with self._lock:
                late = [one for one in self._watched if one.deadline <= now]
                self._watched.difference_update(late)
            for one in late:
                one.overdue = True
                one.give_up()


WATCHDOG = Watchdog()
