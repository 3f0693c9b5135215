"""A channel to one child: a question, a deadline, an answer.

The deadline is the grader's own clock. When it passes, the channel is torn down from this side,
which ends a read and a write alike, so a child that neither answers nor listens holds up nobody.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

import msgspec

from grader.protocol import frames
from grader.protocol.messages import CallBack, FromChild, StandInCall, Stopped
from grader.protocol.values import ProtocolError
from grader.sandbox.watchdog import WATCHDOG

Expected = TypeVar("Expected", bound=msgspec.Struct)
OnCall = Callable[[Any], msgspec.Struct]
"""Answers what the child asks in its turn while a question is open."""
_STILL_FOR = 0.2  # seconds; the kernel counts processor time in steps of a hundredth
_MOST_DISCARDED = 100  # messages that nobody asked for before the child is given up


class Overdue(Exception):  # noqa: N818 - an outcome, not a fault of ours
    """The child did not answer before the deadline."""


class Excess(Exception):  # noqa: N818
    """The child used too much of something; the message says of what."""


class Gone(Exception):  # noqa: N818
    """The child is not there any more."""


class Channel:
    """The grader's end of a child.

    Attributes:
        private: whether the child has a file system of its own.
    """

    def __init__(
        self,
        reader: frames.Reader,
        writer: frames.Writer,
        abort: Callable[[], None],
        end: Callable[[], Stopped],
        used: Callable[[], float] = lambda: -1.0,
        *,
        private: bool = False,
    ) -> None:
        """A channel.

        Args:
            reader: messages from the child.
            writer: messages to it.
            abort: makes a read or write that waits come to an end.
            end: kills the child with everything it started and tells how it had ended.
            used: the processor seconds it has used so far; -1 if that is not known.
            private: whether the child has a file system of its own.
        """
        self._reader = reader
        self._writer = writer
        self._abort = abort
        self._end = end
        self._used = used
        self.private = private

    def ask(
        self,
        message: msgspec.Struct,
        answer: type[Expected],
        seconds: float,
        largest: int,
        on_call: OnCall | None = None,
        measure: Callable[[], str] = str,
    ) -> Expected:
        """Send a message and wait for its answer; others are discarded.

        Args:
            message: the question; if it has an ``id``, the answer must carry the same.
            answer: the kind of the answer.
            seconds: until the deadline.
            largest: the most bytes of one answer.
            on_call: answers calls of stand-ins meanwhile.
            measure: says in words what the child has too much of; empty if nothing.

        Raises:
            Overdue: the deadline passed.
            Excess: it had too much of something.
            Gone: the child ended.
            ProtocolError: the child sent what the protocol does not know.
        """
        with WATCHDOG.watching(seconds, self._abort, measure) as watched:
            try:
                answered = self._exchange(message, answer, largest, on_call)
            except (frames.EndOfStream, OSError) as error:
                if watched.excess:
                    raise Excess(watched.excess) from error
                raise (Overdue if watched.overdue else Gone) from error
        if excess := measure():  # it may have been too quick to be seen at it
            raise Excess(excess)
        return answered

    def _exchange(
        self,
        message: msgspec.Struct,
        answer: type[Expected],
        largest: int,
        on_call: OnCall | None,
    ) -> Expected:
        number = getattr(message, "id", None)
        frames.send(self._writer, message)
        discarded = 0
        while discarded < _MOST_DISCARDED:
            heard = _DECODER.receive(self._reader, largest)
            if getattr(heard, "id", None) == number:
                if isinstance(heard, answer):
                    return heard
                if isinstance(heard, StandInCall | CallBack) and on_call:
                    frames.send(self._writer, on_call(heard))
                    continue
            discarded += 1
        raise ProtocolError("it sent answers that nobody had asked for")

    def stands_still(self) -> bool:
        """Whether the child does nothing at all just now: no step of the processor's clock."""
        before = self._used()
        time.sleep(_STILL_FOR)
        return 0 <= before == self._used()

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
