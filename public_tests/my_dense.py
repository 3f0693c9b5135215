"""Exercise 2: one layer for one example, written with NumPy."""

from __future__ import annotations

from typing import Any

from grader.protocol.probes import Call
from grader.protocol.values import Function, array
from grader.suite import Case, Exercise, asking, returns
from public_tests._properties import BETWEEN, BIAS_ALONE, SAME_AGAIN

EXERCISE = Exercise(
    "my_dense",
    "A layer of your own: my_dense",
    order=2,
    properties=(SAME_AGAIN, BETWEEN, BIAS_ALONE),
)
PARAMETERS = ("a_in", "W", "b", "g")


def case(
    title: str, a_in: Any, W: Any, b: Any, g: str, right: Any, help_: str, times: int = 1
) -> Case:
    """An example with its result; arrays as nested lists, g by its name."""
    call = Call("my_dense", PARAMETERS, (array(a_in), array(W), array(b), Function(g)), times)
    return Case("my_dense", title, 1, asking(call), returns(*[right] * times), help_)


CASES = (
    case(
        "two inputs, three units",
        [1.0, 2.0],
        [[0.1, -0.3, 0.5], [0.2, 0.4, -0.6]],
        [0.05, -0.1, 0.3],
        "sigmoid",
        [0.63413559, 0.59868766, 0.40131234],
        "Write the shape of a_in, W and b beside each other: what belongs to one unit?",
    ),
    case(
        "three inputs, two units, called twice",
        [0.5, -1.0, 2.0],
        [[1.0, 0.3], [0.5, -0.7], [-0.25, 0.9]],
        [0.4, -0.2],
        "relu",
        [0.0, 2.45],
        "The number of units is not the number of inputs: where in W.shape is it?",
        times=2,
    ),
    case(
        "one unit",
        [0.2, 0.7],
        [[1.5], [-0.5]],
        [0.1],
        "sigmoid",
        [0.5124974],
        "A layer of one unit still gives an array, of shape (1,).",
    ),
    case(
        "no activation: linear",
        [1.0, -2.0],
        [[0.3, 1.2], [0.8, -0.4]],
        [0.25, -0.75],
        "linear",
        [-1.05, 1.25],
        "Use the activation function g that is passed.",
    ),
    case(
        "whole-number inputs",
        [1, 2],
        [[1, -1, 0], [0, 1, -1]],
        [0, 1, 1],
        "sigmoid",
        [0.73105858, 0.88079708, 0.26894142],
        "The inputs are whole numbers, the outputs are not.",
    ),
    case(
        "all inputs zero",
        [0.0, 0.0],
        [[0.4, 0.2, -0.1], [0.3, -0.6, 0.7]],
        [0.5, -1.0, 2.0],
        "sigmoid",
        [0.62245933, 0.26894142, 0.88079708],
        "With zero inputs each unit shows g of its own bias.",
    ),
)
