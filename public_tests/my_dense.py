"""Exercise 2: one layer for one example, written with NumPy."""

from __future__ import annotations

from functools import partial

from grader.suite import Exercise, example, linear, relu, sigmoid
from public_tests._properties import BETWEEN, BIAS_ALONE, SAME_AGAIN

EXERCISE = Exercise(
    "my_dense",
    "A layer of your own: my_dense",
    order=20,
    properties=(SAME_AGAIN, BETWEEN, BIAS_ALONE),
    check_name="test_c2",
)
case = partial(example, "my_dense", points=1)

CASES = (
    case(
        "two inputs, three units",
        {
            "a_in": [1.0, 2.0],
            "W": [[0.1, -0.3, 0.5], [0.2, 0.4, -0.6]],
            "b": [0.05, -0.1, 0.3],
            "g": sigmoid,
        },
        [0.63413559, 0.59868766, 0.40131234],
        help="Work out unit 0 by hand: weighted sum, bias, g. At which step does yours differ?",
    ),
    case(
        "three inputs, two units, called twice",
        {
            "a_in": [0.5, -1.0, 2.0],
            "W": [[1.0, 0.3], [0.5, -0.7], [-0.25, 0.9]],
            "b": [0.4, -0.2],
            "g": relu,
        },
        [0.0, 2.45],
        help="Here g is relu and there are fewer units than inputs. Work out unit 0 by hand.",
        times=2,
    ),
    case(
        "one unit",
        {"a_in": [0.2, 0.7], "W": [[1.5], [-0.5]], "b": [0.1], "g": sigmoid},
        [0.5124974],
        help="One unit gives an array of shape (1,): compare the shape, then the number.",
    ),
    case(
        "no activation: linear",
        {"a_in": [1.0, -2.0], "W": [[0.3, 1.2], [0.8, -0.4]], "b": [0.25, -0.75], "g": linear},
        [-1.05, 1.25],
        help="Here g changes nothing: what comes out is the weighted sum with the bias.",
    ),
    case(
        "whole-number inputs",
        {"a_in": [1, 2], "W": [[1, -1, 0], [0, 1, -1]], "b": [0, 1, 1], "g": sigmoid},
        [0.73105858, 0.88079708, 0.26894142],
        help="The inputs are whole numbers, the outputs are not.",
    ),
    case(
        "all inputs zero",
        {
            "a_in": [0.0, 0.0],
            "W": [[0.4, 0.2, -0.1], [0.3, -0.6, 0.7]],
            "b": [0.5, -1.0, 2.0],
            "g": sigmoid,
        },
        [0.62245933, 0.26894142, 0.88079708],
        help="With zero inputs each unit shows g of its own bias.",
    ),
)
