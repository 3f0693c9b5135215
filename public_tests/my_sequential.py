"""Exercise 3: three layers, one after the other."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import numpy as np

from grader.suite import Arguments, Array, Exercise, StandIn, array, example
from public_tests._properties import BETWEEN, SAME_AGAIN

EXERCISE = Exercise(
    "my_sequential",
    "Layers in a row: my_sequential",
    order=30,
    properties=(SAME_AGAIN, BETWEEN),
    check_name="test_c4",
)
# A mistake in my_dense must not cost points here: where the instructor's part is present, the
# weighted sums come from there. In the student's own notebook the student's own function is used.
STAND_INS = (
    StandIn("my_dense", ("a_in", "W", "b", "g"), finish="g", weights=("W", "b")),
    StandIn("my_dense_v", ("A_in", "W", "b", "g"), finish="g", weights=("W", "b")),
)


def _numbers(start: int, *shape: int) -> Array:
    """Irregular numbers between -1 and 1 that are the same on every machine."""
    count = np.arange(start, start + int(np.prod(shape)))
    return array(np.sin(1.0 + 2.3 * count).round(3).reshape(shape))


def network(widths: tuple[int, ...], *, x: list[float] | None = None) -> Arguments:
    """The arguments for a network with these widths, the inputs first."""
    arguments = {"x": _numbers(0, widths[0]) if x is None else array(x)}
    for layer, (n, j) in enumerate(pairwise(widths)):
        arguments[f"W{layer + 1}"] = _numbers(50 * layer + 10, n, j)
        arguments[f"b{layer + 1}"] = _numbers(50 * layer + 40, j)
    return arguments


case = partial(example, "my_sequential", points=1, stand_ins=STAND_INS)
_CHAIN = "What leaves one layer goes into the next; each layer has a W and a b of its own."

CASES = (
    case(
        "4 inputs, layers of 3, 2 and 1",
        network((4, 3, 2, 1)),
        [0.5248302],
        help=_CHAIN,
        kept_because="it is the lab's own network in small, and the first thing a learner sees",
    ),
    case(
        "all layers equally wide",
        network((3, 3, 3, 3)),
        [0.67153277, 0.11233767, 0.88497457],
        help=_CHAIN,
        kept_because="the only public one in which every mix-up of layers gives telling numbers",
    ),
    case(
        "wider, then narrower, called twice",
        network((2, 4, 3, 1)),
        [0.7111029],
        help=_CHAIN,
        times=2,
        kept_because="the only public one in which the second answer may differ from the first",
    ),
    case(
        "three output units",
        network((2, 3, 2, 3)),
        [0.65871599, 0.13120984, 0.86554862],
        help="All that the last layer gives is returned.",
        kept_because="the only public one in which one number too few comes back from a funnel",
    ),
    case(
        "whole-number inputs",
        network((3, 2, 2, 1), x=[1, -2, 3]),
        [0.54616801],
        help=_CHAIN,
        kept_because="learners try whole numbers first",
    ),
    case(
        "all inputs zero",
        network((3, 4, 3, 2), x=[0.0, 0.0, 0.0]),
        [0.73113045, 0.16918269],
        help="Even for zero inputs the biases speak.",
    ),
)
