"""Practice lab: shapes inside the network 6-4-2-1, for one example and for a batch of fifty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from grader.suite import Exercise
from public_tests._question import Reply, question
from public_tests._spelling import number, shape, shown

EXERCISE = Exercise(
    "hidden_shapes",
    "Shapes inside the network 6-4-2-1",
    defines=("a1_shape", "W2_shape", "A2_shape"),
)


def _is(right: tuple[int, ...], replies: Mapping[tuple[int, ...], str], otherwise: str) -> Reply:
    """Right is this shape; replies are for wrong ones."""

    def reply(held: Any) -> str | None:
        given, count = shape(held), number(held)
        if given == right:
            return None
        if given is None and count is not None:
            return f"The comma is missing: ({count:g}) is a number, ({count:g},) is a shape."
        if given is None:
            return f"A shape looks like (3,) or (3, 2), and {shown(held)} does not."
        return replies.get(given, otherwise)

    return reply


CASES = (
    question(
        "hidden_shapes",
        "a1_shape",
        "what layer 1 puts out for one example",
        "a shape",
        _is(
            (4,),
            {
                (6,): "That is what comes in. One number leaves each unit: how many units?",
                (1, 4): "The right number of numbers. One example is a vector, as X[0] is.",
                (4, 1): "The right number of numbers. One example is a vector, as X[0] is.",
                (6, 4): "That is W1. What comes out is one number for each unit.",
            },
            "One number for each unit of layer 1.",
        ),
    ),
    question(
        "hidden_shapes",
        "W2_shape",
        "W2",
        "a shape",
        _is(
            (4, 2),
            {
                (2, 4): "A unit's weights are a column: how many stand in one column?",
                (6, 2): "Layer 2 does not see the inputs. What comes into it?",
                (2,): "That is b2. Each unit of layer 2 has several weights.",
                (2, 1): "That is W3.",
                (6, 4): "That is W1.",
            },
            "A row for each number that comes into layer 2, a column for each of its units.",
        ),
    ),
    question(
        "hidden_shapes",
        "A2_shape",
        "what layer 2 puts out for a batch of 50 examples",
        "a shape",
        _is(
            (50, 2),
            {
                (2,): "That is for one example. Now there are fifty rows.",
                (
                    2,
                    50,
                ): "All the numbers are there. An example is a row, in and out.",
                (50, 1): "That is what layer 3 puts out.",
                (50, 4): "That is what layer 1 puts out.",
                (50, 6): "That is what goes into layer 1.",
                (50,): "Each of the fifty examples gets a number from each unit.",
            },
            "A row for each example, and in it a number from each unit of layer 2.",
        ),
    ),
)
