"""Wall seconds of whole processes, and the numbers made of them."""

from __future__ import annotations

import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from contestant import Command, Contestant, ContestantFailedError, last_words


@dataclass
class Series:
    """The times of one contestant at one task."""

    name: str
    seconds: list[float] = field(default_factory=list)
    problem: str | None = None

    @property
    def median(self) -> float | None:
        """The middle time, or None where nothing could be timed."""
        return statistics.median(self.seconds) if self.seconds and not self.problem else None


def time_once(contestant: Contestant, count: int) -> float:
    """Grade the first `count` submissions once and return the wall seconds.

    Only the commands are timed: setting up before and reading the marks after are not.
    Raises ContestantFailedError unless every submission, all of them right, got full marks.
    """
    contestant.reset()
    commands = contestant.commands(count)
    with ThreadPoolExecutor(contestant.at_a_time) as pool:
        start = time.perf_counter()
        finished = list(pool.map(Command.run, commands))
        seconds = time.perf_counter() - start
    for process in finished:
        if process.returncode != 0:
            raise ContestantFailedError(f"exit code {process.returncode}: {last_words(process)}")
    marks = contestant.marks(count)
    full = sum(possible > 0 and abs(awarded - possible) < 1e-6 for awarded, possible in marks)
    if full != count:
        raise ContestantFailedError(
            f"full marks for {full} of {count} right submissions: {marks[:1]}"
        )
    return seconds
