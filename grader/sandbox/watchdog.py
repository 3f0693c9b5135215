"""Deadlines by the grader's own clock, and limits that only looking can keep: one thread for all.

A timer for each question would start a thread for each, which costs more than most answers do.
"""

from __future__ import annotations

import itertools
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_LOOKS_EVERY = 0.05  # seconds; a deadline is kept to this
_EACH = 4  # how many looks from one measurement of files to the next


@dataclass(eq=False)
class Watched:
    """What is watched.

    Attributes:
        overdue: whether its deadline has passed.
        excess: what it had too much of, in words; empty if nothing.
    """

    deadline: float
    give_up: Callable[[], None]
    measure: Callable[[], str]
    overdue: bool = False
    excess: str = ""


class Watchdog:
    """Calls what is to be called when a deadline passes.

    Attributes:
        name: of its thread.
    """

    name = "watchdog"

    def __init__(self) -> None:
        self._begin()
        if hasattr(os, "register_at_fork"):  # whoever forks has no thread of ours, and no lock held
            os.register_at_fork(after_in_child=self._begin)

    def _begin(self) -> None:
        self._watched: set[Watched] = set()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    @contextmanager
    def watching(
        self,
        seconds: float,
        give_up: Callable[[], None],
        measure: Callable[[], str] = str,
    ) -> Iterator[Watched]:
        """Call ``give_up`` if the block takes longer, or uses too much.

        Args:
            seconds: how long it may take.
            give_up: what is done then, once.
            measure: says in words what there is too much of; empty if nothing.
        """
        one = Watched(time.monotonic() + seconds, give_up, measure)
        with self._lock:
            self._watched.add(one)
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._look, name=self.name, daemon=True)
                self._thread.start()
        try:
            yield one
        finally:
            with self._lock:
                self._watched.discard(one)

    def _look(self) -> None:
        for look in itertools.count():
            time.sleep(_LOOKS_EVERY)
            now = time.monotonic()
            with self._lock:
                watched = list(self._watched)
            for watch in watched:
                watch.overdue = watch.deadline <= now
                if look % _EACH == 0 and not watch.overdue:
                    watch.excess = _measured(watch)
                if watch.overdue or watch.excess:
                    with self._lock:
                        self._watched.discard(watch)
                    watch.give_up()


def _measured(watched: Watched) -> str:
    """What it has too much of, in words. Nobody else would be watched if this raised."""
    try:
        return watched.measure()
    except Exception as error:  # noqa: BLE001 - whatever a folder may do to whoever looks into it
        return f"could not be watched ({type(error).__name__})"


WATCHDOG = Watchdog()
