"""Keeping printed text up to a limit, so that a flood of it costs no memory."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from grader.protocol.values import plain_text


class CappedText(io.TextIOBase):
    """A text stream that keeps the first ``limit`` characters."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._parts: list[str] = []
        self._room = limit
        self.cut = False

    def writable(self) -> bool:
        """True: it is for printing."""
        return True

    def write(self, text: str) -> int:
        """Keep what there is room for."""
        if self._room > 0:
            self._parts.append(text[: self._room])
        self.cut = self.cut or len(text) > self._room
        self._room -= len(text)
        return len(text)

    def text(self) -> str:
        """The text that was kept, with a mark where it was cut."""
        kept = "".join(self._parts)
        return plain_text(kept, len(kept)) + ("\n[...]" if self.cut else "")


@contextmanager
def captured(limit: int) -> Iterator[CappedText]:
    """Standard output and error into one ``CappedText`` meanwhile."""
    kept = CappedText(limit)
    with _standing_for(kept, kept):
        yield kept


@contextmanager
def captured_apart(limit: int) -> Iterator[tuple[CappedText, CappedText]]:
    """Standard output and error, each for itself, meanwhile."""
    kept = CappedText(limit), CappedText(limit)
    with _standing_for(*kept):
        yield kept


@contextmanager
def _standing_for(out: CappedText, err: CappedText) -> Iterator[None]:
    old = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        yield
    finally:
        sys.stdout, sys.stderr = old
