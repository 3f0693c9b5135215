"""Lab 3: one sigmoid unit for one example."""

from __future__ import annotations

from grader.protocol.probes import Call
from grader.protocol.values import array
from grader.suite import Case, Exercise, asking, returns

EXERCISE = Exercise("one_unit", "Lab 3: one unit by hand, one_unit", order=301)


def case(
    title: str, a_in: list[float], w: list[float], bias: float, right: float, help_: str
) -> Case:
    """An example with its result."""
    call = Call("one_unit", ("a_in", "w", "bias"), (array(a_in), array(w), bias))
    return Case("one_unit", title, 0, asking(call), returns(right), help_)


CASES = (
    case(
        "two inputs",
        [1.0, 2.0],
        [0.5, -0.25],
        0.75,
        0.67917869917539,
        "Here the sum with the bias is 0.75. What happens to it last?",
    ),
    case(
        "all inputs zero",
        [0.0, 0.0],
        [3.0, -7.0],
        -1.0,
        0.26894142136999,
        "If nothing comes in, the sigmoid of the bias comes out.",
    ),
    case(
        "three inputs",
        [0.5, -1.0, 2.0],
        [1.0, 0.5, -0.25],
        0.1,
        0.40131233988754,
        "There may be any number of inputs, each with a weight of its own.",
    ),
)
