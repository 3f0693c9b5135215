"""The words for a question: the call with its arguments, and the line in which it stopped."""

from __future__ import annotations

import numpy as np

from grader.protocol.bounds import MAX_WORDS
from grader.protocol.observations import SCRIPT, Raised
from grader.protocol.probes import Call, Probe
from grader.protocol.values import Array, Function, Items, Strange, Value

_SMALL = 24  # arrays of so many numbers in all are shown; of more, only their shapes
_BYTES = 8  # of one number


def called(probe: Probe) -> str:
    """A question in words: ``my_dense(a_in of shape (2,), ...)``."""
    if not isinstance(probe, Call):
        return probe.name
    sizes = [len(value.data) for value in probe.arguments if isinstance(value, Array)]
    small = sum(sizes) <= _SMALL * _BYTES
    arguments = [
        f"{name}{_argument(value, small=small)}"
        for name, value in zip(probe.parameters, probe.arguments, strict=False)
    ]
    times = f", {probe.times} times" if probe.times > 1 else ""
    return f"{probe.name}({', '.join(arguments)}){times}"


def _argument(value: Value, *, small: bool) -> str:
    """The end of an argument in words, after its name."""
    if isinstance(value, Array):
        if not small:
            return f" of shape {value.shape}"
        text = np.array2string(value.numpy(), separator=", ", formatter={"all": "{:.4g}".format})
        kind = "" if value.dtype == "float64" else f" ({value.dtype})"
        return f"={' '.join(text.split())}{kind}"
    if isinstance(value, Function):
        return f"={value.name}"
    return "=..." if isinstance(value, Items | Strange) else f"={value!r}"


def example_asked(probe: Probe) -> str:
    """The words "on an example with 3 inputs", for the first array of a call; empty without one."""
    if isinstance(probe, Call) and probe.arguments and isinstance(probe.arguments[0], Array):
        shape = probe.arguments[0].shape
        if len(shape) == 1:
            plural = "" if shape[0] == 1 else "s"
            return f" on an example with {shape[0]} input{plural}"
        return f" on an array of shape {shape}"
    return ""


def line_that_stopped(raised: Raised, probe: Probe) -> str:
    """The words "in line 3 of code cell 4: z = w @ x"; empty if the line is not known."""
    if not raised.line:
        return ""
    place = f" of code cell {raised.cell}" if raised.cell else f" of the cell of `{probe.name}`"
    code = raised.code[:MAX_WORDS]
    place = "" if raised.cell == SCRIPT else place
    return f" in line {raised.line}{place}" + (f": {code}" if code else "")
