"""What holds of every right layer, whatever its numbers are; none of it says how to compute one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from grader.protocol.activations import sigmoid
from grader.protocol.observations import Observation, Returned
from grader.protocol.probes import Call, Probe
from grader.protocol.values import decode
from grader.suite import Property


def _given(probe: Probe) -> Mapping[str, Any]:
    """The arguments of a call by their names."""
    if not isinstance(probe, Call):
        return {}
    return dict(zip(probe.parameters, map(decode, probe.arguments), strict=True))


def _answers(seen: Observation) -> list[Any]:
    """The answers, one for each time the function was called.

    Raises:
        TypeError: one is no number and holds none, such as None, which NumPy would take for a nan.
    """
    values = seen.outcome.values if isinstance(seen.outcome, Returned) else ()
    found = [np.asarray(decode(value)) for value in values]
    if any(one.dtype.kind not in "biuf" for one in found):
        raise TypeError("an answer is no number")
    return [one.astype(float) for one in found]


def _shown(array: Any) -> str:
    return "[" + ", ".join(f"{number:.4g}" for number in np.ravel(array)) + "]"


def _second_call(_: Probe, seen: Observation) -> str:
    answers = _answers(seen)
    if len(answers) < 2 or np.allclose(answers[0], answers[1], equal_nan=True):
        return ""
    return f"{_shown(answers[0])} came first, and {_shown(answers[1])} the second time"


def _zero_inputs(probe: Probe, seen: Observation) -> str:
    given = _given(probe)
    inputs, bias = given.get("a_in"), given.get("b")
    if inputs is None or bias is None or np.any(inputs):
        return ""
    right, got = given["g"](bias), _answers(seen)[0]
    if got.shape != right.shape or np.allclose(got, right):
        return ""
    return f"with b = {_shown(bias)} there should come {_shown(right)}, and {_shown(got)} came"


def _between(probe: Probe, seen: Observation) -> str:
    given, got = _given(probe), _answers(seen)[0]
    if given.get("g", sigmoid) is not sigmoid or (got.min() >= 0.0 and got.max() <= 1.0):
        return ""
    outside = got[(got < 0.0) | (got > 1.0)]
    return f"{outside[0]:.4g} came" if outside.size else ""


SAME_AGAIN = Property("The same call gives the same answer each time.", _second_call)
BETWEEN = Property("Whatever comes out of a sigmoid lies between 0 and 1.", _between)
BIAS_ALONE = Property(
    "If all inputs are 0, each unit puts out the activation of its own bias.", _zero_inputs
)
