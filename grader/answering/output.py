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
        if not self._parts:
            return "\n[...]" if self.cut else ""
        kept = "".join(self._parts)
        return plain_text(kept, len(kept)) + ("\n[...]" if self.cut else "")


@contextmanager
def captured(limit: int) -> Iterator[CappedText]:
    """Standard output and error into one ``CappedText`` meanwhile."""
    kept = CappedText(limit)
    with _StandingFor(kept, kept):
        yield kept


def captured_apart(limit: int) -> _StandingFor:
    """Standard output and error, each into a ``CappedText`` of its own, meanwhile."""
    return _StandingFor(CappedText(limit), CappedText(limit))


class _StandingFor:  # a class costs less than a generator, and questions are many
    def __init__(self, out: CappedText, err: CappedText) -> None:
        self._new = out, err

    def __enter__(self) -> tuple[CappedText, CappedText]:
        self._old = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = self._new
        return self._new

    def __exit__(self, *_: object) -> None:
        sys.stdout, sys.stderr = self._old
