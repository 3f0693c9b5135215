"""Two questions about the numbers a network learns, for one with 6 inputs and 4, 2 and 1 units."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from public_tests._question import question
from public_tests._spelling import number, shape, shown

_SIZES = (6, 4, 2, 1)
_WEIGHTS = sum(n * j for n, j in pairwise(_SIZES))
_UNITS = sum(_SIZES[1:])


def _count(held: Any) -> str | None:
    replies = {
        _WEIGHTS: "Those are the weights. What else does each unit learn?",
        _UNITS: "Those are the biases, one for each unit. What else does each unit learn?",
        _WEIGHTS + 3: "How many biases has a layer: one, or one for each of its units?",
        sum(_SIZES): "That is how many circles the picture has. What is learned sits on the arrows "
        "and in the units.",
        _WEIGHTS + sum(_SIZES): "Inputs are no units: nothing is added to what comes in.",
        6 * 4 * 2 * 1: "Each layer is connected with the one before it alone: count layer by "
        "layer, then add up.",
    }
    given = number(held)
    if given is None:
        return f"The answer is a number, and {shown(held)} does not look like one."
    if given == _WEIGHTS + _UNITS:
        return None
    return replies.get(
        int(given) if given.is_integer() else -1,
        "Go layer by layer: each unit has a weight for each number that comes in, and one bias.",
    )


def _weights(held: Any) -> str | None:
    n, j = _SIZES[:2]
    replies = {
        (j, n): "All the numbers are there. In this course a unit's weights are a column: how many "
        "rows and columns does that make?",
        (n,): "Those are the weights of one unit. The layer has several.",
        (j,): "That is the shape of b: one bias for each unit. And the weights?",
        (n, 1): "That is one unit's column. How many units stand side by side?",
        (j, 2): "That is a later layer. Which numbers come into the first one?",
        (1000, n): "That is a batch of examples. Do the weights depend on how many there are?",
    }
    given = shape(held)
    if given is None:
        return f"A shape looks like (3, 2), and {shown(held)} does not."
    if given == (n, j):
        return None
    return replies.get(given, "One row for each input, one column for each unit.")


NUMBERS = (
    question(
        "quiz",
        "quiz_9",
        "how many numbers the network 6-4-2-1 learns",
        "a whole number",
        _count,
        points=1,
    ),
    question(
        "quiz",
        "quiz_10",
        "the shape of W1 in the network 6-4-2-1",
        "a shape, such as (3, 2)",
        _weights,
        points=1,
    ),
)
