"""Lab 1: what one unit computes before its activation."""

from __future__ import annotations

from typing import Any

from grader.protocol.probes import Call
from grader.protocol.values import array
from grader.suite import Case, Exercise, asking, returns

EXERCISE = Exercise("linear_unit", "Lab 1: one unit by hand, linear_unit", order=101)


def case(title: str, x: list[Any], w: list[Any], b: float, right: float, help_: str) -> Case:
    """An example with its result."""
    call = Call("linear_unit", ("x", "w", "b"), (array(x), array(w), b))
    return Case("linear_unit", title, 0, asking(call), returns(right), help_)


CASES = (
    case(
        "the first house",
        [1.0],
        [200.0],
        100.0,
        300.0,
        "Put the numbers in by hand: 200 times 1, and then the bias.",
    ),
    case(
        "three inputs",
        [2.0, -1.0, 0.5],
        [1.5, 4.0, -2.0],
        0.25,
        -1.75,
        "Each input has a weight of its own; the products are added up to one number, and the "
        "bias is added once.",
    ),
    case(
        "all inputs zero",
        [0.0, 0.0],
        [3.0, -7.0],
        1.25,
        1.25,
        "If nothing comes in, the bias is all there is.",
    ),
)
