"""Lab 3: the units of the coffee network, found again in its matrices."""

from __future__ import annotations

from typing import Any

from grader.suite import Exercise
from public_tests._question import question
from public_tests._spelling import number, shape, shown

EXERCISE = Exercise(
    "lab3_matrix",
    "Lab 3: the units in the matrix",
    defines=("short_column", "W2_shape", "bias_of_long"),
)


def _column(held: Any) -> str | None:
    replies = {
        0.0: "There stand -8.94 and -0.17. Which unit has these weights?",
        2.0: "If you count from 1: NumPy counts from 0. If not: there stand 12.89 and 10.79.",
    }
    given = number(held)
    if given is None:
        return f"The answer is 0, 1 or 2, and {shown(held)} is none of them."
    return None if given == 1 else replies.get(given, "There are three columns: 0, 1 and 2.")


def _shape(held: Any) -> str | None:
    replies = {
        (1, 3): "That is a row for the unit. A unit is a column.",
        (3,): "Those are the three weights, as a vector. A matrix has two axes.",
        (2, 3): "That is W1. How many numbers come into layer 2?",
        (3, 3): "One column for each unit: how many units has layer 2?",
    }
    given = shape(held)
    if given is None:
        return f"A shape looks like (5, 2), and {shown(held)} does not."
    otherwise = "A row for each number that comes in, a column for each unit."
    return None if given == (3, 1) else replies.get(given, otherwise)


def _bias(held: Any) -> str | None:
    replies = {
        -9.87: "That is the bias of the unit that stands first.",
        -9.28: "That is the bias of the unit that stands second.",
        15.54: "That is the bias of layer 2.",
        2.0: "That is its place. Which number stands there?",
    }
    given = number(held)
    if given is None:
        return f"The answer is a number, and {shown(held)} does not look like one."
    otherwise = "The biases stand in the same order as the columns of W1."
    return None if abs(given - 1.01) < 0.005 else replies.get(round(given, 2), otherwise)


CASES = (
    question(
        "lab3_matrix", "short_column", "the column of the unit too short", "0, 1 or 2", _column
    ),
    question("lab3_matrix", "W2_shape", "the shape of W2", "rows and columns of W2", _shape),
    question("lab3_matrix", "bias_of_long", "the bias of the unit too long", "a number", _bias),
)
