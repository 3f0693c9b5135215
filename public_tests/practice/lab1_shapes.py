"""Lab 1: the shapes of a layer of three units with one input, and of what it makes of a batch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from grader.suite import Exercise
from public_tests._question import Reply, question
from public_tests._spelling import shape, shown

EXERCISE = Exercise(
    "lab1_shapes",
    "Lab 1: three shapes",
    defines=("W_shape", "b_shape", "out_shape"),
)


def _is(right: tuple[int, ...], replies: Mapping[tuple[int, ...], str], otherwise: str) -> Reply:
    """Right is this shape; replies are for wrong ones."""

    def reply(held: Any) -> str | None:
        given = shape(held)
        if given is None:
            return f"A shape looks like (5,) or (5, 2), and {shown(held)} does not."
        return None if given == right else replies.get(given, otherwise)

    return reply


CASES = (
    question(
        "lab1_shapes",
        "W_shape",
        "the shape of W",
        "rows and columns of W",
        _is(
            (1, 3),
            {
                (3, 1): "Those are the right numbers. What is a row for, and what a column? The "
                "sentence above the exercise says it.",
                (3,): "A matrix has two axes, even if there is one input.",
                (6, 3): "Six is the number of examples. Do the weights depend on it?",
                (3, 3): "One column for each unit: right. And how many inputs has a unit?",
            },
            "A row for each input and a column for each unit: how many of either are there?",
        ),
    ),
    question(
        "lab1_shapes",
        "b_shape",
        "the shape of b",
        "the shape of b",
        _is(
            (3,),
            {
                (1,): "Each unit has a bias of its own. How many units are there?",
                (1, 3): "The right number of biases. Here b is a vector: it has one axis.",
                (3, 1): "The right number of biases. Here b is a vector: it has one axis.",
                (6,): "Six is the number of examples. A bias belongs to a unit.",
            },
            "One number for each unit, along one axis.",
        ),
    ),
    question(
        "lab1_shapes",
        "out_shape",
        "the shape of what comes out",
        "the shape of the layer's output for six examples",
        _is(
            (6, 3),
            {
                (3,): "That is what comes out for one example. Six go in.",
                (6, 1): "That is what went in. How many numbers does the layer make of each?",
                (3, 6): "Those are the right numbers. An example is a row when it goes in; it is "
                "a row when it comes out.",
                (1, 3): "That is one example's row. Six go in.",
                (6,): "Each of the six examples gets a number from each unit.",
            },
            "A row for each example, and in it a number from each unit.",
        ),
    ),
)
