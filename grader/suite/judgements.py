"""Judgements: what a case expects of an answer.

Each function here makes an ``Expect``: a function of the question and the observation that gives
the first difference, or None for a right answer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import numpy as np

from grader.protocol.numbers import numbers_in
from grader.protocol.observations import Described, Observation, Returned
from grader.protocol.probes import Call, Probe
from grader.protocol.values import ProtocolError, Value, decode, encode
from grader.suite.cases import Expect
from grader.suite.comparison import Difference, compare, describe


class Returns(msgspec.Struct, frozen=True, eq=False):
    """The results must be these.

    Attributes:
        expected: numbers, lists or arrays, one for each time the function is called.
    """

    expected: tuple[Any, ...]

    def __post_init__(self) -> None:
        """See that they can be compared with, while the author is there.

        Raises:
            TypeError: one is no number and no array of numbers.
        """
        for result in self.expected:
            if numbers_in(result) is None:
                words = "is no number, list of numbers or array of numbers"
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
    """What a name holds must satisfy the judge: it gets a number, text, array, list or tuple."""

    def expect(_: Probe, seen: Observation) -> Difference | None:
        values = seen.outcome.values if isinstance(seen.outcome, Returned) else ()
        try:
            (value,) = map(decode, values)
        except (ProtocolError, ValueError):  # it does not cross, or there is not exactly one
            return Difference("a value", describe(values[0]) if values else "something else")
        with np.errstate(all="ignore"):  # odd numbers are for the judge, not a warning
            return judge(value)

    return expect


def _returned(results: tuple[Any, ...]) -> Observation:
    return Observation(Returned(tuple(encode(np.asarray(result)) for result in results)))


def _compare_all(expected: tuple[Any, ...], seen: Observation) -> Difference | None:
    values: tuple[Value, ...] = seen.outcome.values if isinstance(seen.outcome, Returned) else ()
    if len(values) != len(expected):
        return Difference(f"{len(expected)} answers", f"{len(values)} answers")
    for number, (right, got) in enumerate(zip(expected, values, strict=True), 1):
        difference = compare(right, got)
        if difference is not None:
            return difference.at_call(number) if number > 1 else difference
    return None
