"""What holds of every right layer, whatever its numbers are; none of it says how to compute one."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.suite import Observation, Probe, Property, answers_of, arguments_of, sigmoid


def _shown(array: Any) -> str:
    return "[" + ", ".join(f"{number:.4g}" for number in np.ravel(array)) + "]"


def _second_call(_: Probe, seen: Observation) -> str:
    answers = answers_of(seen)
    if len(answers) < 2 or np.allclose(answers[0], answers[1], equal_nan=True):
        return ""
    return f"{_shown(answers[0])} came first, and {_shown(answers[1])} the second time"


def _zero_inputs(probe: Probe, seen: Observation) -> str:
    arguments = arguments_of(probe)
    inputs, bias = arguments.get("a_in"), arguments.get("b")
    if inputs is None or bias is None or np.any(inputs):
        return ""
    right, got = arguments["g"](bias), answers_of(seen)[0]
    if got.shape != right.shape or np.allclose(got, right):
        return ""
    return f"with b = {_shown(bias)} there should come {_shown(right)}, and {_shown(got)} came"


def _between(probe: Probe, seen: Observation) -> str:
    arguments, got = arguments_of(probe), answers_of(seen)[0]
    if arguments.get("g", sigmoid) is not sigmoid or (got.min() >= 0.0 and got.max() <= 1.0):
        return ""
    outside = got[(got < 0.0) | (got > 1.0)]
    return f"{outside[0]:.4g} came" if outside.size else ""


SAME_AGAIN = Property("The same call gives the same answer each time.", _second_call)
BETWEEN = Property("Whatever comes out of a sigmoid lies between 0 and 1.", _between)
BIAS_ALONE = Property(
    "If all inputs are 0, each unit puts out the activation of its own bias.", _zero_inputs
)
