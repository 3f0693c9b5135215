"""Progress of long work on standard error: one line that is rewritten, or plain lines in a log."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from grader.commandline.terminal import one_line, say

_BAR = 24  # characters
_LOG_EVERY = 0.1  # of the whole; a log gets a line for each tenth


class Tell(Protocol):
    """A function that reports progress."""

    def __call__(self, done: int, total: int, failed: int = 0) -> None:
        """Report the number of items that are done, of all items, and of failed ones."""


@contextmanager
def bar(what: str) -> Iterator[Tell]:
    """A progress bar with the items done, their number, the pace and the time that is left."""
    lock = threading.Lock()
    began = time.monotonic()
    said = 0
    with one_line() as rewrite:

        def tell(done: int, total: int, failed: int = 0) -> None:
            nonlocal said
            seconds = max(time.monotonic() - began, 1e-3)
            failures = f", {failed} not graded" if failed else ""
            with lock:
                if sys.stderr.isatty():
                    full = round(_BAR * done / max(total, 1))
                    line = f"{what} [{'#' * full}{'.' * (_BAR - full)}] {done}/{total}"
                    if done:
                        rest = seconds / done * (total - done)
                        line += f", {done / seconds:.1f}/s, {_time(rest)} left{failures}"
                    rewrite(line)
                elif done >= total or done >= said + total * _LOG_EVERY:
                    said = done
                    say(f"{what}: {done}/{total}, {done / seconds:.1f}/s{failures}", error=True)

        yield tell


def _time(seconds: float) -> str:
    """Seconds as people say them."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
