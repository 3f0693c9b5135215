"""What holds of every right layer, whatever its numbers are; none of it says how to compute one."""

from __future__ import annotations

import numpy as np

from grader.suite import Observation, Probe, Property, answers_of, arguments_of, sigmoid

_FEW = 6  # numbers that are shown


def _numbers(seen: Observation) -> tuple[np.ndarray, ...]:
    """The answers as arrays; none if one of them is no array of numbers."""
    try:
        return answers_of(seen)
    except TypeError:
        return ()


def _shown(array: np.ndarray) -> str:
    numbers = np.ravel(array)
    more = ", ..." if numbers.size > _FEW else ""
    return "[" + ", ".join(f"{number:.4g}" for number in numbers[:_FEW]) + more + "]"


def _second_call(_: Probe, seen: Observation) -> str:
    first, *others = _numbers(seen) or (np.zeros(0),)
    for other in others:
        if first.shape != other.shape:
            return f"an array of shape {first.shape} came first, and then one of {other.shape}"
        if not np.allclose(first, other, equal_nan=True):
            return f"{_shown(first)} came first, and {_shown(other)} the second time"
    return ""


def _zero_inputs(probe: Probe, seen: Observation) -> str:
    arguments, answers = arguments_of(probe), _numbers(seen)
    inputs, bias = arguments.get("a_in"), arguments.get("b")
    if inputs is None or bias is None or np.any(inputs) or not answers:
        return ""
    right, got = arguments["g"](bias), answers[0]
    if got.shape != right.shape or np.allclose(got, right):
        return ""
    return f"with b = {_shown(bias)} there should come {_shown(right)}, and {_shown(got)} came"


def _between(probe: Probe, seen: Observation) -> str:
    if arguments_of(probe).get("g", sigmoid) is not sigmoid:
        return ""
    outside = [got[(got < 0.0) | (got > 1.0)] for got in _numbers(seen)[:1]]
    return f"{outside[0].ravel()[0]:.4g} came" if outside and outside[0].size else ""


SAME_AGAIN = Property("The same call gives the same answer each time.", _second_call)
BETWEEN = Property("Whatever comes out of a sigmoid lies between 0 and 1.", _between)
BIAS_ALONE = Property(
    "If all inputs are 0, each unit puts out the activation of its own bias.", _zero_inputs
)
