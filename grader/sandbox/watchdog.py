"""Deadlines by the grader's own clock, and limits that have to be measured: one thread for all.

A timer for each question would start a thread for each, which costs more than most answers.
"""

from __future__ import annotations

import itertools
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic, sleep

_LOOKS_EVERY = 0.05  # seconds; a deadline is kept to this
_EACH = 4  # looks from one measurement of files to the next


@dataclass(eq=False)
class Watched:
    """A piece of work that is watched, such as an open question.

    Attributes:
        deadline: the time at which it is given up, on the monotonic clock.
        give_up: gives the work up.
        measure: returns words for a limit that it exceeds; empty if it exceeds none.
        overdue: whether its deadline has passed.
        excess: the words for a limit that it exceeded; empty if it exceeded none.
    """

    deadline: float
    give_up: Callable[[], None]
    measure: Callable[[], str]
    overdue: bool = False
    excess: str = ""


class Watchdog:
    """Gives up work that is overdue or exceeds a limit.

    Attributes:
        name: the name of its thread.
    """

    name = "watchdog"

    def __init__(self) -> None:
        self._begin()
        if hasattr(os, "register_at_fork"):  # a fork has no such thread, and must hold no lock
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
        """Call ``give_up`` if the block takes too long or exceeds a limit.

        Args:
            seconds: the seconds that the block may take.
            give_up: is called once, from another thread.
            measure: returns words for a limit that is exceeded; empty if no limit is.
        """
        watched = Watched(monotonic() + seconds, give_up, measure)
        with self._lock:
            self._watched.add(watched)
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._look, name=self.name, daemon=True)
                self._thread.start()
        try:
            yield watched
        finally:
            with self._lock:
                self._watched.discard(watched)

    def _look(self) -> None:
        for look in itertools.count():
            sleep(_LOOKS_EVERY)
            now = monotonic()
            with self._lock:
                all_watched = list(self._watched)
            for watched in all_watched:
                watched.overdue = watched.deadline <= now
                if look % _EACH == 0 and not watched.overdue:
                    watched.excess = _measured(watched)
                if watched.overdue or watched.excess:
                    with self._lock:
                        self._watched.discard(watched)
                    watched.give_up()


def _measured(watched: Watched) -> str:
    """The words for a limit that it exceeds; an error here must not end the thread for others."""
    try:
        return watched.measure()
    except Exception as error:  # noqa: BLE001 - a hostile folder may make any call fail
        return f"could not be watched ({type(error).__name__})"


WATCHDOG = Watchdog()
