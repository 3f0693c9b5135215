"""Lab 2: bringing numbers to the scale of the training data."""

from __future__ import annotations

from functools import partial

from grader.suite import Exercise, example

EXERCISE = Exercise("normalise", "Lab 2: the same scale for both, normalise")
case = partial(example, "normalise", points=0)

CASES = (
    case(
        "one roast",
        {"x": [240.0, 12.5], "mean": [220.0, 13.5], "deviation": [40.0, 0.5]},
        [0.5, -2.0],
        help="240 is 20 above the mean of 220. How many steps of 40 is that?",
    ),
    case(
        "the mean itself",
        {"x": [220.0, 13.5], "mean": [220.0, 13.5], "deviation": [40.0, 0.5]},
        [0.0, 0.0],
        help="First take the mean away, then divide: brackets decide what comes first.",
    ),
    case(
        "two roasts, one a row",
        {"x": [[260.0, 14.0], [180.0, 13.0]], "mean": [220.0, 13.5], "deviation": [40.0, 0.5]},
        [[1.0, 1.0], [-1.0, -1.0]],
        help="NumPy does it for all rows at once. Use the mean and the deviation that are passed: "
        "those of the training data, not those of x.",
    ),
)
