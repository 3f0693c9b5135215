"""A channel to one child: a question, a deadline, an answer.

The deadline is the grader's own clock. When it passes, the channel is torn down from this side,
which ends a read and a write alike, so a child that neither answers nor listens holds up nobody.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

import msgspec

from grader.border import frames
from grader.border.messages import FromChild, StandInCall, Stopped
from grader.border.values import BorderError
from grader.sandbox.watchdog import WATCHDOG

Expected = TypeVar("Expected", bound=msgspec.Struct)
_MOST_DISCARDED = 100  # messages that nobody asked for before the child is given up


class Overdue(Exception):  # noqa: N818 - an outcome, not a fault of ours
    """The child did not answer before the deadline."""


class Gone(Exception):  # noqa: N818
    """The child is not there any more."""


class Channel:
    """The grader's end of a child."""

    def __init__(
        self,
        reader: frames.Reader,
        writer: frames.Writer,
        abort: Callable[[], None],
        end: Callable[[], Stopped],
    ) -> None:
        """A channel.

        Args:
            reader: messages from the child.
            writer: messages to it.
            abort: makes a read or write that waits come to an end.
            end: kills the child with everything it started and tells how it had ended.
        """
        self._reader = reader
        self._writer = writer
        self._abort = abort
        self._end = end

    def ask(
        self,
        message: msgspec.Struct,
        answer: type[Expected],
        seconds: float,
        largest: int,
        on_call: Callable[[StandInCall], msgspec.Struct] | None = None,
    ) -> Expected:
        """Send a message and wait for its answer; others are discarded.

        Args:
            message: the question; if it has an ``id``, the answer must carry the same.
            answer: the kind of the answer.
            seconds: until the deadline.
            largest: the most bytes of one answer.
            on_call: answers calls of stand-ins meanwhile.

        Raises:
            Overdue: the deadline passed.
            Gone: the child ended.
            BorderError: the child sent what the protocol does not know.
        """
        with WATCHDOG.watching(seconds, self._abort) as overdue:
            try:
                return self._exchange(message, answer, largest, on_call)
            except (frames.EndOfStream, OSError) as error:
                raise (Overdue if overdue() else Gone) from error

    def _exchange(
        self,
        message: msgspec.Struct,
        answer: type[Expected],
        largest: int,
        on_call: Callable[[StandInCall], msgspec.Struct] | None,
    ) -> Expected:
        number = getattr(message, "id", None)
        frames.send(self._writer, message)
        discarded = 0
        while discarded < _MOST_DISCARDED:
            heard = _DECODER.receive(self._reader, largest)
            if getattr(heard, "id", None) == number:
                if isinstance(heard, answer):
                    return heard
                if isinstance(heard, StandInCall) and on_call:
                    frames.send(self._writer, on_call(heard))
                    continue
            discarded += 1
        raise BorderError("it sent answers that nobody had asked for")

    def close(self) -> Stopped:
        """End the child; call once."""
        self._abort()
        for part in (self._reader, self._writer):
            with suppress(OSError):
                part.close()
        return self._end()


_DECODER: frames.Decoder[Any] = frames.Decoder(FromChild)


def question_number() -> int:
    """A number for a question that a child cannot guess before it is asked."""
    return int.from_bytes(os.urandom(7), "big")
