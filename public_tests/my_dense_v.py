"""Exercise 4, optional: one layer for a whole batch of examples at once.

It has 10 points: a point or half of one for each case, and none for what is not asked for.
"""

from __future__ import annotations

from functools import partial

from grader.suite import Exercise, example, linear, relu, sigmoid
from public_tests._properties import BETWEEN, SAME_AGAIN

EXERCISE = Exercise(
    "my_dense_v",
    "A whole batch at once: my_dense_v",
    order=50,
    extra=True,
    at_once=True,
    properties=(SAME_AGAIN, BETWEEN),
    check_name="test_c3",
)
case = partial(example, "my_dense_v")

CASES = (
    case(
        "three examples, two inputs, four units",
        {
            "A_in": [[1.0, 2.0], [0.5, -1.0], [-0.3, 0.8]],
            "W": [[0.1, -0.3, 0.5, 0.7], [0.2, 0.4, -0.6, -0.9]],
            "b": [0.05, -0.1, 0.3, 0.2],
            "g": sigmoid,
        },
        [
            [0.63413559, 0.59868766, 0.40131234, 0.2890505],
            [0.47502081, 0.34298954, 0.75951092, 0.80999843],
            [0.54487889, 0.57688526, 0.41824062, 0.32519473],
        ],
        points=1,
        help="Take the first example alone and work out unit 0 of it by hand: what differs?",
        kept_because="the plain case, and the first thing a learner sees",
    ),
    case(
        "bias as a row of shape (1, j), called twice",
        {
            "A_in": [[1.0, -1.0, 0.5], [0.2, 0.4, -0.8]],
            "W": [[0.3, 1.1], [-0.7, 0.6], [0.9, -0.2]],
            "b": [[0.4, -0.5]],
            "g": relu,
        },
        [[1.85, 0.0], [0.0, 0.12]],
        points=1,
        help="Here g is relu and b has shape (1, 2). Work out the first row by hand.",
        times=2,
    ),
    case(
        "one example",
        {
            "A_in": [[0.5, -0.25]],
            "W": [[1.0, 0.3, -0.6], [0.2, -0.8, 0.4]],
            "b": [0.1, 0.2, 0.3],
            "g": sigmoid,
        },
        [[0.63413559, 0.63413559, 0.47502081]],
        points=0.5,
        help="A batch of one example is still a batch.",
    ),
    case(
        "one row without a batch axis (not asked for)",
        {
            "A_in": [0.5, -0.25],
            "W": [[1.0, 0.3, -0.6], [0.2, -0.8, 0.4]],
            "b": [0.1, 0.2, 0.3],
            "g": sigmoid,
        },
        [0.63413559, 0.63413559, 0.47502081],
        points=0,
        help="Not asked for; it costs nothing. np.matmul takes a row of shape (n,) as well.",
        advisory=True,
        kept_because="a transpose changes nothing here, which tells mistakes from each other",
    ),
    case(
        "whole-number inputs",
        {"A_in": [[1, 2], [3, -1]], "W": [[1, -1], [0, 1]], "b": [0, 1], "g": sigmoid},
        [[0.73105858, 0.88079708], [0.95257413, 0.04742587]],
        points=0.5,
        help="The inputs are whole numbers, the outputs are not.",
    ),
    case(
        "no activation: linear",
        {
            "A_in": [[1.0, -2.0], [0.0, 3.0]],
            "W": [[0.3, 1.2, -0.5], [0.8, -0.4, 1]],
            "b": [[0.25, -0.75, 0.5]],
            "g": linear,
        },
        [[-1.05, 1.25, -2.0], [2.65, -1.95, 3.5]],
        points=0.5,
        help="Here g changes nothing: what comes out is A_in times W, with b added.",
    ),
)
