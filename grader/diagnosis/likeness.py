"""Whether two answers are the same, as answers of the same wrong program are.

Numbers agree to five digits, in the same shape and of the same kind; exceptions in their class and
words. How an answer came about (printed text, how often the activation was called) is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import Any

import numpy as np

from grader.protocol.numbers import numbers_in
from grader.protocol.observations import Observation, Raised, Returned
from grader.protocol.values import Array, Items, ProtocolError, Value, decode

_RELATIVE, _ABSOLUTE = 1e-5, 1e-7
_LOOKED_AT = 100  # numbers of an array
_BITS, _EACH = 12, 3  # zeros and ones in all, and of each
_PLACE = re.compile(r"0x[0-9a-f]+|<cell \d+>|line \d+")


def alike(observation: Observation, other: Observation) -> bool:
    """Whether two observations are the same answer to the same question."""
    if observation.changed != other.changed:
        return False
    match observation.outcome, other.outcome:
        case Returned(mine), Returned(theirs):
            return len(mine) == len(theirs) and all(map(_same, mine, theirs))
        case Raised(), Raised():
            return _words(observation.outcome) == _words(other.outcome)
    return False


def alike_but_for_shape(observation: Observation, other: Observation) -> bool:
    """Whether two observations are the same numbers, in whatever shape and of whatever kind."""
    mine, theirs = observation.outcome, other.outcome
    if not isinstance(mine, Returned) or not isinstance(theirs, Returned):
        return False
    if observation.changed != other.changed or len(mine.values) != len(theirs.values):
        return False
    return all(map(_same_numbers, mine.values, theirs.values))


def _same_numbers(value: Value, other: Value) -> bool:
    mine, theirs = numbers(value), numbers(other)
    if mine is None or theirs is None or mine.size != theirs.size:
        return False
    pair = np.asarray(mine, float).ravel(), np.asarray(theirs, float).ravel()
    return bool(np.all(np.isclose(*pair, _RELATIVE, _ABSOLUTE, equal_nan=True)))


def likeness_key(seen: Observation) -> tuple[Hashable, float]:
    """A sort key: a hashable that alike answers share, and a number in which they are close."""
    outcome = seen.outcome
    if isinstance(outcome, Raised):
        return (_words(outcome), seen.changed), 0.0
    if not isinstance(outcome, Returned):
        return (type(outcome).__name__, seen.changed), 0.0
    parts: list[Hashable] = []
    firsts = [0.0]
    for value in outcome.values:
        array = numbers(value)
        parts.append(type(value).__name__ if array is None else (array.shape, kind(array)))
        if array is not None and array.size:
            firsts.append(float(array.flat[0]))
    number = firsts[1 % len(firsts)]
    return (tuple(parts), seen.changed), number if np.isfinite(number) else 0.0


def margin(number: float) -> float:
    """The distance from a number, slightly enlarged, within which another counts as equal to it."""
    return 2 * (_RELATIVE * abs(number) + _ABSOLUTE)


def tell(seen: Iterable[Observation]) -> bool:
    """Whether answers say something of how they were computed.

    Two numbers that are not 0 or 1 do; of zeros and ones it takes a dozen, with some of each.
    """
    found = Counter(_numbers_of(seen))
    bits = found[0.0], found[1.0]
    return len(found.keys() - {0.0, 1.0}) > 1 or (sum(bits) >= _BITS and min(bits) >= _EACH)


def returned_numbers(seen: Iterable[Observation]) -> frozenset[float]:
    """The numbers that came back, each once; of an array only the first ones."""
    return frozenset(_numbers_of(seen))


def _numbers_of(seen: Iterable[Observation]) -> Iterator[float]:
    for observation in seen:
        values = observation.outcome.values if isinstance(observation.outcome, Returned) else ()
        waiting = [*values]
        while waiting:
            value = waiting.pop()
            array = numbers(value)
            if array is not None:
                yield from (round(float(number), 6) for number in array.ravel()[:_LOOKED_AT])
            elif isinstance(value, Items):  # a pair of arrays, say
                waiting += value.values


def _words(raised: Raised) -> tuple[str, str]:
    return raised.kind, _PLACE.sub("", raised.message)


def _same(value: Value, other: Value) -> bool:
    mine, theirs = numbers(value), numbers(other)
    if mine is None or theirs is None:
        if isinstance(value, Items) and isinstance(other, Items):  # a pair of arrays, say
            same_kind = value.kind == other.kind and len(value.values) == len(other.values)
            return same_kind and all(map(_same, value.values, other.values))
        return type(value) is type(other) and value == other
    if mine.shape != theirs.shape or kind(mine) != kind(theirs):
        return False
    if isinstance(value, Array) and isinstance(other, Array) and form(value) != form(other):
        return False
    close = np.isclose(mine, theirs, _RELATIVE, _ABSOLUTE, equal_nan=True)
    return bool(np.all(close))


def form(value: Array) -> str:
    """The type that an array came as; NumPy's single numbers are one, whatever their precision."""
    return value.came_as if value.shape or value.came_as == "EagerTensor" else "number"


def kind(array: np.ndarray[Any, Any]) -> str:
    """The kind of numbers in an array; 2 and 2.0 are of one kind, True and 1 are not."""
    return "number" if array.dtype.kind in "iuf" else array.dtype.kind


def numbers(value: Value) -> np.ndarray[Any, Any] | None:
    """The real numbers of a value as an array; None if it holds none."""
    if not isinstance(value, Array | Items | float | int) or isinstance(value, bool):
        return None
    try:
        return numbers_in(decode(value))
    except ProtocolError:  # a part of it does not cross: it is compared as a list
        return None
