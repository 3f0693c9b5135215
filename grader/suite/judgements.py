"""Judgements: what a case expects of an answer.

Each function here makes an ``Expect``: a function of the question and the observation that gives
the first difference, or None for a right answer.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import Any

import msgspec
import numpy as np

from grader.protocol.numbers import numbers_in
from grader.protocol.observations import Described, Observation, Raised, Returned
from grader.protocol.probes import Call, Probe
from grader.protocol.values import ProtocolError, Value, decode, encode
from grader.suite.cases import Expect
from grader.suite.comparison import compare
from grader.suite.differences import Difference, describe_value
from grader.suite.plain_comparison import is_plain

_MOST_WORDS = 200  # characters of an exception that are shown


class Returns(msgspec.Struct, frozen=True, eq=False):
    """The results must be these.

    Attributes:
        expected: one for each time the function is called: a number, an array, a text, True, False,
            None, or a list or tuple of these.
    """

    expected: tuple[Any, ...]

    def __post_init__(self) -> None:
        """See that they can be compared with, while the author is there.

        Raises:
            TypeError: one is nothing that could be an answer.
        """
        for result in self.expected:
            if not is_plain(result):
                words = (
                    "cannot be an answer: numbers, arrays, texts, True, False, None, and lists and "
                    "tuples of these can. A test of your own in assignment.toml may expect anything"
                )
                raise TypeError(f"the expected result {result!r:.60} {words}")

    def __call__(self, _: Probe, seen: Observation) -> Difference | None:
        """The first difference between the results and these."""
        return _compare_all(self.expected, seen)

    def right(self, _: Probe) -> Observation:
        """The right answer itself."""
        return _returned(self.expected)


def returns(*expected: Any) -> Expect:  # noqa: ANN401 - numbers, lists or arrays
    """The results must be these, one for each time the function is called."""
    return Returns(expected)


class AgreesWith(msgspec.Struct, frozen=True, eq=False):
    """The results must be what the reference gives for the same arguments.

    Attributes:
        reference: the instructor's function.
    """

    reference: Callable[..., Any]

    def __call__(self, probe: Probe, seen: Observation) -> Difference | None:
        """The first difference between the results and the reference's.

        Raises:
            TypeError: the question is no call.
        """
        return _compare_all(self._results(probe), seen)

    def right(self, probe: Probe) -> Observation:
        """The right answer itself.

        Raises:
            TypeError: the question is no call.
        """
        return _returned(self._results(probe))

    def _results(self, probe: Probe) -> tuple[Any, ...]:
        if not isinstance(probe, Call):
            raise TypeError("only a call can be compared with a reference function")
        return tuple(self.reference(*map(decode, probe.arguments)) for _ in range(probe.times))


def agrees_with(reference: Callable[..., Any]) -> Expect:
    """The results must be what the reference gives for the same arguments.

    A function called several times must give the same each time: the inputs are given anew.
    """
    return AgreesWith(reference)


def facts(judge: Callable[[Described], Difference | None]) -> Expect:
    """The facts of a model must satisfy the judge."""

    def expect(_: Probe, seen: Observation) -> Difference | None:
        if not isinstance(seen.outcome, Described):
            return Difference("a Keras model", "something else")
        return judge(seen.outcome)

    return expect


def holds(judge: Callable[[Any], Difference | None]) -> Expect:
    """The value of a name must satisfy the judge: it gets a number, text, array, list or tuple."""

    def expect(_: Probe, seen: Observation) -> Difference | None:
        values = seen.outcome.values if isinstance(seen.outcome, Returned) else ()
        try:
            (value,) = map(decode, values)
        except (ProtocolError, ValueError):  # it does not cross, or there is not exactly one
            return Difference("a value", describe_value(values[0]) if values else "something else")
        with np.errstate(all="ignore"):  # odd numbers are for the judge, not a warning
            return judge(value)

    return expect


class Raises(msgspec.Struct, frozen=True, eq=False):
    """The function must raise an exception.

    Attributes:
        kind: the exception's class, a built-in one; one derived from it is right as well.
        words: what its message has to hold, if anything.
    """

    kind: type[Exception]
    words: str = ""
    judges_exceptions = True

    @property
    def wanted(self) -> str:
        """The description of the right answer, in words."""
        return f"{self.kind.__name__}" + (f" with {self.words!r}" if self.words else "")

    def __call__(self, _: Probe, seen: Observation) -> Difference | None:
        """The difference, if it raised nothing or something else."""
        raised = seen.outcome
        if not isinstance(raised, Raised):
            values = raised.values if isinstance(raised, Returned) else ()
            return Difference(self.wanted, describe_value(values[0]) if values else "no exception")
        kind = getattr(builtins, raised.kind, None)
        is_one = isinstance(kind, type) and issubclass(kind, self.kind)
        if is_one and self.words in raised.message:
            return None
        return Difference(self.wanted, f"{raised.kind}: {raised.message}"[:_MOST_WORDS])

    def right(self, _: Probe) -> Observation:
        """The right answer itself."""
        return Observation(Raised(self.kind.__name__, self.words))


def raises(kind: type[Exception], words: str = "") -> Expect:
    """The function must raise an exception of this built-in class, or of one derived from it.

    Args:
        kind: such as ``ValueError``.
        words: what its message has to hold; anything will do without.

    Raises:
        TypeError: it is no built-in class of exceptions.
    """
    given: Any = kind
    name = given.__name__ if isinstance(given, type) and issubclass(given, Exception) else ""
    if getattr(builtins, name, None) is not given:
        raise TypeError(f"raises takes a built-in class of exceptions, not {kind!r:.60}")
    return Raises(kind, words)


def _returned(results: tuple[Any, ...]) -> Observation:
    return Observation(Returned(tuple(encode(_sent(result)) for result in results)))


def _sent(result: Any) -> Any:  # noqa: ANN401
    """A right result as a submission would send it."""
    return np.asarray(result) if numbers_in(result) is not None else result


def _compare_all(expected: tuple[Any, ...], seen: Observation) -> Difference | None:
    values: tuple[Value, ...] = seen.outcome.values if isinstance(seen.outcome, Returned) else ()
    if len(values) != len(expected):
        return Difference(f"{len(expected)} answers", f"{len(values)} answers")
    for number, (right, got) in enumerate(zip(expected, values, strict=True), 1):
        difference = compare(right, got)
        if difference is not None:
            return difference.at_call(number) if number > 1 else difference
    return None
