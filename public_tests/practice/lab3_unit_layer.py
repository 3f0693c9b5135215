"""Lab 3: a layer of sigmoid units for one example, unit by unit."""

from __future__ import annotations

from functools import partial

from grader.suite import Exercise, example

EXERCISE = Exercise("unit_layer", "Lab 3: one function for any layer, unit_layer")
case = partial(example, "unit_layer", points=0)

CASES = (
    case(
        "two inputs, three units",
        {"a_in": [1.0, 2.0], "W": [[0.5, -1.0, 0.25], [-0.25, 0.5, 1.0]], "b": [0.75, 0.0, -2.0]},
        [0.679178699175393, 0.5, 0.562176500885798],
        help="A unit has one weight for each number that comes in: a column of W.",
    ),
    case(
        "three inputs, one unit",
        {"a_in": [0.5, -1.0, 2.0], "W": [[1.0], [0.5], [-0.25]], "b": [0.1]},
        [0.401312339887548],
        help="One unit gives an array with one number, of shape (1,).",
    ),
    case(
        "all inputs zero",
        {"a_in": [0.0, 0.0], "W": [[3.0, -7.0], [1.0, 2.0]], "b": [-1.0, 1.0]},
        [0.268941421369995, 0.731058578630005],
        help="If nothing comes in, each unit puts out the sigmoid of its own bias.",
    ),
)
