"""Fingerprints: digests of what answers and code show, from which neither can be read.

Answers with the same fingerprint are alike in the sense of `grader.diagnosis.likeness`, but for
exceptions, which are all the same here: their words differ from library to library, and a check of
the learner's own, or a function that the learner wrote, stops with others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import numpy as np

from grader.diagnosis.canonical import canonical, canonical_line
from grader.diagnosis.likeness import form, kind, numbers
from grader.protocol.observations import Observation, Raised, Returned
from grader.protocol.values import Array, Value

_LENGTH = 16  # of a digest, in hexadecimal digits: one of a thousand programs is not hit by chance
_NOISE = 1e-7  # a number this small is nothing but what rounding left


def of_answers(exercise: str, seen: Iterable[Observation]) -> str:
    """The fingerprint of answers: numbers to four digits, exceptions as such, changed inputs."""
    parts = (f"{_outcome(observation)}|{observation.changed}" for observation in seen)
    return _digest(exercise, *parts)


def of_calls(seen: Iterable[Observation]) -> str:
    """The fingerprint of the calls of the activation and of stand-ins."""
    parts = []
    for observation in seen:
        calls = (f"{use.name}{tuple(map(_value, use.arguments))}" for use in observation.stand_ins)
        parts.append(f"{observation.activated}|{';'.join(calls)}")
    return _digest(*parts)


def of_line(source: str, name: str, seen: Iterable[Observation]) -> str:
    """The fingerprint of the statement that raised the first exception; without one, of all."""
    for observation in seen:
        if isinstance(observation.outcome, Raised):
            line = canonical_line(source, name, observation.outcome.line)
            return _digest(line) if line else ""
    return of_source(source, name)


def of_source(source: str, name: str) -> str:
    """The fingerprint of a function's canonical code; empty without the function."""
    text = canonical(source, name)
    return _digest(text) if text else ""


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:_LENGTH]


def _outcome(seen: Observation) -> str:
    outcome = seen.outcome
    if not isinstance(outcome, Returned):
        return type(outcome).__name__
    return ";".join(map(_value, outcome.values))


def _value(value: Value) -> str:
    array = numbers(value)
    if array is None:
        return type(value).__name__
    shown = " ".join(map(_number, np.asarray(array, float).ravel()))
    came_as = form(value) if isinstance(value, Array) else ""
    return f"{came_as}{kind(array)}{array.shape}{shown}"


def _number(number: float) -> str:
    return "0" if abs(number) < _NOISE else f"{number:.3e}"
