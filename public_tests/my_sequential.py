"""Exercise 3: three layers, one after the other."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from grader.protocol.probes import Call, StandIn
from grader.protocol.values import Array, array
from grader.suite import Case, Exercise, asking, returns
from public_tests._properties import BETWEEN, SAME_AGAIN

EXERCISE = Exercise(
    "my_sequential",
    "Layers in a row: my_sequential",
    order=3,
    properties=(SAME_AGAIN, BETWEEN),
)
PARAMETERS = ("x", "W1", "b1", "W2", "b2", "W3", "b3")
# A mistake in my_dense must not cost points here: where the instructor's part is present, the
# weighted sums come from there. In the student's own notebook the student's own function is used.
STAND_INS = (
    StandIn("my_dense", ("a_in", "W", "b", "g"), finish="g"),
    StandIn("my_dense_v", ("A_in", "W", "b", "g"), finish="g"),
)


def _numbers(start: int, *shape: int) -> Array:
    """Irregular numbers between -1 and 1 that are the same on every machine."""
    count = np.arange(start, start + int(np.prod(shape)))
    return array(np.sin(1.0 + 2.3 * count).round(3).reshape(shape))


def case(
    title: str,
    widths: tuple[int, ...],
    right: Any,
    help_: str,
    *,
    x: Any = None,
    times: int = 1,
    kept_because: str = "",
) -> Case:
    """A network with these widths, the inputs first, and its result."""
    arguments = [_numbers(0, widths[0]) if x is None else array(x)]
    for layer, (n, j) in enumerate(pairwise(widths)):
        arguments += [_numbers(50 * layer + 10, n, j), _numbers(50 * layer + 40, j)]
    call = Call("my_sequential", PARAMETERS, tuple(arguments), times, STAND_INS)
    expect = returns(*[right] * times)
    return Case("my_sequential", title, 1, asking(call), expect, help_, kept_because=kept_because)


_CHAIN = "What leaves one layer goes into the next; each layer has a W and a b of its own."

CASES = (
    case(
        "4 inputs, layers of 3, 2 and 1",
        (4, 3, 2, 1),
        [0.5248302],
        _CHAIN,
        kept_because="it is the lab's own network in small, and the first thing a learner sees",
    ),
    case(
        "all layers equally wide",
        (3, 3, 3, 3),
        [0.67153277, 0.11233767, 0.88497457],
        _CHAIN,
        kept_because="the only public one in which every mix-up of layers gives telling numbers",
    ),
    case(
        "wider, then narrower, called twice",
        (2, 4, 3, 1),
        [0.7111029],
        _CHAIN,
        times=2,
        kept_because="the only public one in which the second answer may differ from the first",
    ),
    case(
        "three output units",
        (2, 3, 2, 3),
        [0.65871599, 0.13120984, 0.86554862],
        "All that the last layer gives is returned.",
        kept_because="the only public one in which one number too few comes back from a funnel",
    ),
    case(
        "whole-number inputs",
        (3, 2, 2, 1),
        [0.54616801],
        _CHAIN,
        x=[1, -2, 3],
        kept_because="learners try whole numbers first",
    ),
    case(
        "all inputs zero",
        (3, 4, 3, 2),
        [0.73113045, 0.16918269],
        "Even for zero inputs the biases speak.",
        x=[0.0, 0.0, 0.0],
    ),
)
