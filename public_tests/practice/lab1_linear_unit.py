"""Lab 1: what one unit computes before its activation."""

from __future__ import annotations

from functools import partial

from grader.suite import Exercise, example

EXERCISE = Exercise("linear_unit", "Lab 1: one unit by hand, linear_unit")
case = partial(example, "linear_unit", points=0)

CASES = (
    case(
        "the first house",
        {"x": [1.0], "w": [200.0], "b": 100.0},
        300.0,
        help="Put the numbers in by hand: 200 times 1, and then the bias.",
    ),
    case(
        "three inputs",
        {"x": [2.0, -1.0, 0.5], "w": [1.5, 4.0, -2.0], "b": 0.25},
        -1.75,
        help="Each input has a weight of its own; the products are added up to one number, and the "
        "bias is added once.",
    ),
    case(
        "all inputs zero",
        {"x": [0.0, 0.0], "w": [3.0, -7.0], "b": 1.25},
        1.25,
        help="If nothing comes in, the bias is all there is.",
    ),
)
