"""A channel to one child: a question, a deadline, an answer.

The deadline is the grader's own clock. When it passes, the channel is torn down from this side,
which ends a read and a write alike, so a child that neither answers nor listens holds up nobody.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from grader.border import frames
from grader.border.messages import FromChild, StandInCall, Stopped
from grader.border.values import BorderError

Expected = TypeVar("Expected", bound=msgspec.Struct)
_MOST_DISCARDED = 100  # messages that nobody asked for before the child is given up


class Overdue(Exception):  # noqa: N818 - an outcome, not a fault of ours
    """The child did not answer before the deadline."""


class Gone(Exception):  # noqa: N818
    """The child is not there any more."""


@dataclass(frozen=True)
class Channel:
    """The grader's end of a child.

    Attributes:
        reader: messages from the child.
        writer: messages to it.
        abort: makes a read or write that waits come to an end.
        end: kills the child with everything it started and tells how it had ended.
    """

    reader: frames.Reader
    writer: frames.Writer
    abort: Callable[[], None]
    end: Callable[[], Stopped]

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
        overdue = threading.Event()

        def give_up() -> None:
            overdue.set()
            self.abort()

        timer = threading.Timer(seconds, give_up)
        timer.daemon = True
        timer.start()
        try:
            return self._exchange(message, answer, largest, on_call)
        except (frames.EndOfStream, OSError) as error:
            raise (Overdue if overdue.is_set() else Gone) from error
        finally:
            timer.cancel()

    def _exchange(
        self,
        message: msgspec.Struct,
        answer: type[Expected],
        largest: int,
        on_call: Callable[[StandInCall], msgspec.Struct] | None,
    ) -> Expected:
        number = getattr(message, "id", None)
        frames.send(self.writer, message)
        discarded = 0
        while discarded < _MOST_DISCARDED:
            heard = _DECODER.receive(self.reader, largest)
            if getattr(heard, "id", None) == number:
                if isinstance(heard, answer):
                    return heard
                if isinstance(heard, StandInCall) and on_call:
                    frames.send(self.writer, on_call(heard))
                    continue
            discarded += 1
        raise BorderError("it sent answers that nobody had asked for")

    def close(self) -> Stopped:
        """End the child; call once."""
        self.abort()
        for part in (self.reader, self.writer):
            with suppress(OSError, AttributeError):
                part.close()
        return self.end()


_DECODER: frames.Decoder[Any] = frames.Decoder(FromChild)


def question_number() -> int:
    """A number for a question that a child cannot guess before it is asked."""
    return secrets.randbits(62)
