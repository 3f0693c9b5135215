"""Exercise 4, optional: one layer for a whole batch of examples at once.

It has 10 points, fewer than cases: those worth 0 are for the feedback.
"""

from __future__ import annotations

from typing import Any

from grader.protocol.probes import Call
from grader.protocol.values import Function, array
from grader.suite import Case, Exercise, asking, returns
from public_tests._properties import BETWEEN, SAME_AGAIN

EXERCISE = Exercise(
    "my_dense_v",
    "A whole batch at once: my_dense_v",
    order=5,
    extra=True,
    at_once=True,
    properties=(SAME_AGAIN, BETWEEN),
)
PARAMETERS = ("A_in", "W", "b", "g")


def case(
    title: str,
    points: int,
    A_in: Any,
    W: Any,
    b: Any,
    g: str,
    right: Any,
    help_: str,
    *,
    times: int = 1,
    advisory: bool = False,
    kept_because: str = "",
) -> Case:
    """An example with its result; arrays as nested lists, g by its name."""
    arguments = (array(A_in), array(W), array(b), Function(g))
    call = Call("my_dense_v", PARAMETERS, arguments, times)
    expect = returns(*[right] * times)
    ask = asking(call)
    return Case(
        "my_dense_v",
        title,
        points,
        ask,
        expect,
        help_,
        advisory=advisory,
        kept_because=kept_because,
    )


CASES = (
    case(
        "three examples, two inputs, four units",
        1,
        [[1.0, 2.0], [0.5, -1.0], [-0.3, 0.8]],
        [[0.1, -0.3, 0.5, 0.7], [0.2, 0.4, -0.6, -0.9]],
        [0.05, -0.1, 0.3, 0.2],
        "sigmoid",
        [
            [0.63413559, 0.59868766, 0.40131234, 0.2890505],
            [0.47502081, 0.34298954, 0.75951092, 0.80999843],
            [0.54487889, 0.57688526, 0.41824062, 0.32519473],
        ],
        "Write the two shapes side by side: which numbers must touch?",
        kept_because="the plain case, and the first thing a learner sees",
    ),
    case(
        "bias as a row of shape (1, j), called twice",
        1,
        [[1.0, -1.0, 0.5], [0.2, 0.4, -0.8]],
        [[0.3, 1.1], [-0.7, 0.6], [0.9, -0.2]],
        [[0.4, -0.5]],
        "relu",
        [[1.85, 0.0], [0.0, 0.12]],
        "b comes as (j,) or as (1, j): does your code take both?",
        times=2,
    ),
    case(
        "one example",
        0,
        [[0.5, -0.25]],
        [[1.0, 0.3, -0.6], [0.2, -0.8, 0.4]],
        [0.1, 0.2, 0.3],
        "sigmoid",
        [[0.63413559, 0.63413559, 0.47502081]],
        "A batch of one example is still a batch.",
    ),
    case(
        "one row without a batch axis",
        0,
        [0.5, -0.25],
        [[1.0, 0.3, -0.6], [0.2, -0.8, 0.4]],
        [0.1, 0.2, 0.3],
        "sigmoid",
        [0.63413559, 0.63413559, 0.47502081],
        "np.matmul takes a row of shape (n,) as well; no loop over the rows is needed.",
        advisory=True,
        kept_because="a transpose changes nothing here, which tells mistakes from each other",
    ),
    case(
        "whole-number inputs",
        0,
        [[1, 2], [3, -1]],
        [[1, -1], [0, 1]],
        [0, 1],
        "sigmoid",
        [[0.73105858, 0.88079708], [0.95257413, 0.04742587]],
        "The inputs are whole numbers, the outputs are not.",
    ),
    case(
        "no activation: linear",
        0,
        [[1.0, -2.0], [0.0, 3.0]],
        [[0.3, 1.2, -0.5], [0.8, -0.4, 1]],
        [[0.25, -0.75, 0.5]],
        "linear",
        [[-1.05, 1.25, -2.0], [2.65, -1.95, 3.5]],
        "Use the activation function g that is passed.",
    ),
)
