"""Progress of long work on standard error: one line that is rewritten, or plain lines in a log."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_BAR = 24  # characters
_LOG_EVERY = 0.1  # of the whole; a log gets a line for each tenth


@contextmanager
def bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar with what is done, of how much, and how long the rest takes at this pace."""
    lock = threading.Lock()
    terminal = sys.stderr.isatty()
    began = time.monotonic()
    said = 0

    def tell(done: int, total: int) -> None:
        nonlocal said
        with lock:
            if terminal:
                full = round(_BAR * done / max(total, 1))
                rest = (time.monotonic() - began) / max(done, 1) * (total - done)
                line = (
                    f"{what} [{'#' * full}{'.' * (_BAR - full)}] {done}/{total}, {rest:.0f} s left"
                )
                sys.stderr.write(f"\r\x1b[K{line}"[:100])
                sys.stderr.flush()
            elif done >= total or done >= said + total * _LOG_EVERY:
                said = done
                sys.stderr.write(f"{what}: {done}/{total}\n")

    try:
        yield tell
    finally:
        if terminal:
            sys.stderr.write("\r\x1b[K")
