"""Lab 2: bringing numbers to the scale of the training data."""

from __future__ import annotations

from typing import Any

from grader.protocol.probes import Call
from grader.protocol.values import array
from grader.suite import Case, Exercise, asking, returns

EXERCISE = Exercise("normalise", "Lab 2: the same scale for both, normalise", order=201)


def case(title: str, x: Any, mean: Any, deviation: Any, right: Any, help_: str) -> Case:
    """An example with its result; arrays as nested lists."""
    values = (array(x), array(mean), array(deviation))
    call = Call("normalise", ("x", "mean", "deviation"), values)
    return Case("normalise", title, 0, asking(call), returns(right), help_)


CASES = (
    case(
        "one roast",
        [240.0, 12.5],
        [220.0, 13.5],
        [40.0, 0.5],
        [0.5, -2.0],
        "240 is 20 above the mean of 220. How many steps of 40 is that?",
    ),
    case(
        "the mean itself",
        [220.0, 13.5],
        [220.0, 13.5],
        [40.0, 0.5],
        [0.0, 0.0],
        "First take the mean away, then divide: brackets decide what comes first.",
    ),
    case(
        "two roasts, one a row",
        [[260.0, 14.0], [180.0, 13.0]],
        [220.0, 13.5],
        [40.0, 0.5],
        [[1.0, 1.0], [-1.0, -1.0]],
        "NumPy does it for all rows at once. Use the mean and the deviation that are passed: those "
        "of the training data, not those of x.",
    ),
)
