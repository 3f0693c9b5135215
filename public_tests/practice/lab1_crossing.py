"""Lab 1: where a sigmoid unit changes its mind, and how its bias moves that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from grader.suite import Exercise
from public_tests._question import Reply, question
from public_tests._spelling import number, shown

EXERCISE = Exercise(
    "lab1_crossing",
    "Lab 1: where the unit changes its mind",
    defines=("crossing", "cautious_b"),
)
_WEIGHT, _BIAS, _CAUTIOUS = 2.0, -4.5, 3.5  # as in the lab


def _near(right: float, replies: Mapping[float, str], otherwise: str) -> Reply:
    """Right is this number; replies are for wrong ones."""

    def reply(held: Any) -> str | None:
        given = number(held)
        if given is None:
            return f"The answer is a number, and {shown(held)} does not look like one."
        if abs(given - right) < 0.005:
            return None
        return next((words for number_, words in replies.items() if abs(given - number_) < 0.005),
                    otherwise)  # fmt: skip

    return reply


CASES = (
    question(
        "lab1_crossing",
        "crossing",
        "crossing: where the output is 0.5",
        "the x for which the unit says 0.5",
        _near(
            -_BIAS / _WEIGHT,
            {
                _BIAS / _WEIGHT: "Nearly: put your number in for x. Has 2 x the sign you need?",
                -_BIAS: "For that x the sum 2 x - 4.5 is 4.5. Which sum has the sigmoid 0.5?",
                (0.5 - _BIAS) / _WEIGHT: "For that x the sum is 0.5. It is the sigmoid of the sum "
                "that has to be 0.5: try sigmoid(0.5) and sigmoid(0).",
                2.5: "That is the middle of the examples. This unit was not trained on them: its "
                "crossing follows from its own w and b.",
                0.5: "0.5 is what comes out. Which x goes in?",
                0.0: "For x = 0 the sum is -4.5. For which x is the sum 0?",
            },
            "Look in the picture where the curve passes 0.5, then work it out: the "
            "sigmoid is 0.5 where the sum is 0.",
        ),
    ),
    question(
        "lab1_crossing",
        "cautious_b",
        "cautious_b: the bias for a crossing at 3.5",
        "a bias b such that 2 x + b has its crossing at x = 3.5",
        _near(
            -_WEIGHT * _CAUTIOUS,
            {
                _WEIGHT * _CAUTIOUS: "The size is right. For x = 3.5 the sum has to be 0: which "
                "sign does that take?",
                -_CAUTIOUS: "With w = 2 the sum at x = 3.5 would be 7 - 3.5. The weight counts, "
                "too.",
                _CAUTIOUS: "That is the crossing itself. Which b makes 2 x + b zero there?",
                _BIAS: "That is the bias as it was, with the crossing where it was.",
                _BIAS - (_CAUTIOUS + _BIAS / _WEIGHT): "The crossing moves by 1.25, the bias by "
                "more: x comes in times 2.",
            },
            "Set x to 3.5 and w to 2: which b makes the sum 0?",
        ),
    ),
)
