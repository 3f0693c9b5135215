"""Lab 2: how many numbers the coffee network learns."""

from __future__ import annotations

from typing import Any

from grader.suite import Exercise
from public_tests._question import question
from public_tests._spelling import number, shown

EXERCISE = Exercise(
    "lab2_parameters",
    "Lab 2: how many numbers it learns",
    defines=("parameters",),
)
_WEIGHTS, _BIASES = 2 * 3 + 3 * 1, 3 + 1
_REPLIES = {
    _WEIGHTS: "Those are the weights. What else does each unit learn?",
    _BIASES: "Those are the biases. What else does each unit learn?",
    2 * 3 + 3: "That is layer 1 alone, or all the weights alone. What is missing?",
    3 * 1 + 1: "That is layer 2 alone, or all the biases alone. What is missing?",
    2 + 3 + 1: "That is how many circles there are. What is learned sits on the arrows, and in the "
    "units.",
    _WEIGHTS + 2: "Each layer has a bias for each of its units, not one for all.",
    _WEIGHTS + _BIASES + 2: "Inputs are no units: nothing is added to what comes in.",
}


def _reply(held: Any) -> str | None:
    given = number(held)
    if given is None:
        return f"The answer is a number, and {shown(held)} does not look like one."
    if given == _WEIGHTS + _BIASES:
        return None
    return _REPLIES.get(
        int(given),
        "Go unit by unit: a weight for each number that comes in, and a bias. Then add up.",
    )


CASES = (
    question(
        "lab2_parameters",
        "parameters",
        "weights and biases of both layers",
        "how many weights and biases there are in all",
        _reply,
    ),
)
