"""A channel to one child: a question, a deadline, an answer.

The grader's own clock keeps the deadline. When it passes, the channel is closed from this side.
That ends reading and writing, so a child that neither answers nor listens cannot block the grader.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from time import sleep
from typing import Any, TypeVar

import msgspec

from grader.protocol import frames
from grader.protocol.messages import CallBack, FromChild, ProcessEnding, StandInCall
from grader.protocol.values import ProtocolError
from grader.sandbox.links import close_all
from grader.sandbox.watchdog import WATCHDOG

Expected = TypeVar("Expected", bound=msgspec.Struct)
OnCall = Callable[[Any], msgspec.Struct]
"""A function that answers a call that the child makes while a question is open."""
_STILL_FOR = 0.2  # seconds; the kernel counts processor time in steps of a hundredth
_MOST_DISCARDED = 100  # unexpected messages after which the child is given up


class Overdue(Exception):  # noqa: N818 - an outcome, not a fault of ours
    """The child did not answer before the deadline."""


class Excess(Exception):  # noqa: N818
    """The child exceeded a limit; the message says which."""


class Gone(Exception):  # noqa: N818
    """The child has ended."""


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
        end: Callable[[], ProcessEnding],
        used: Callable[[], float] = lambda: -1.0,
        *,
        private: bool = False,
    ) -> None:
        """Connect two streams.

        Args:
            reader: the stream of messages from the child.
            writer: the stream of messages to the child.
            abort: ends a read or write that is waiting.
            end: kills the child with everything it started, and returns how it ended.
            used: returns the processor seconds it has used so far; -1 if they are not known.
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
        """Send a message and wait for its answer; other messages are discarded.

        Args:
            message: the question; if it has an ``id``, the answer must carry the same.
            answer: the kind of the answer.
            seconds: the seconds until the deadline.
            largest: limit on the size of one answer, in bytes.
            on_call: answers the calls that the child makes meanwhile.
            measure: returns words for a limit that the child exceeds; empty if it exceeds none.

        Raises:
            Overdue: the deadline passed.
            Excess: the child exceeded a limit.
            Gone: the child ended.
            ProtocolError: the child sent a message that the protocol does not know.
        """
        with WATCHDOG.watching(seconds, self._abort, measure) as watched:
            try:
                answered = self._exchange(message, answer, largest, on_call)
            except (frames.EndOfStream, OSError) as error:
                if watched.excess:
                    raise Excess(watched.excess) from error
                raise (Overdue if watched.overdue else Gone) from error
        if excess := measure():  # it may have done so between two looks of the watchdog
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
        """Whether the child uses no processor time at all for a while."""
        before = self._used()
        sleep(_STILL_FOR)
        return 0 <= before == self._used()

    def close(self) -> ProcessEnding:
        """End the child; call once."""
        self._abort()
        close_all(self._reader, self._writer)
        return self._end()


_DECODER: frames.Decoder[Any] = frames.Decoder(FromChild)


def question_number() -> int:
    """A number for a question that a child cannot guess before it is asked."""
    return int.from_bytes(os.urandom(7), "big")
