"""Lab 3: one sigmoid unit for one example."""

from __future__ import annotations

from functools import partial

from grader.suite import Exercise, example

EXERCISE = Exercise("one_unit", "Lab 3: one unit by hand, one_unit")
case = partial(example, "one_unit", points=0)

CASES = (
    case(
        "two inputs",
        {"a_in": [1.0, 2.0], "w": [0.5, -0.25], "bias": 0.75},
        0.67917869917539,
        help="Here the sum with the bias is 0.75. What happens to it last?",
    ),
    case(
        "all inputs zero",
        {"a_in": [0.0, 0.0], "w": [3.0, -7.0], "bias": -1.0},
        0.26894142136999,
        help="If nothing comes in, the sigmoid of the bias comes out.",
    ),
    case(
        "three inputs",
        {"a_in": [0.5, -1.0, 2.0], "w": [1.0, 0.5, -0.25], "bias": 0.1},
        0.40131233988754,
        help="There may be any number of inputs, each with a weight of its own.",
    ),
)
