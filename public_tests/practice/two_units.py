"""Practice lab: the second unit of the layer that is worked through, and one switched off."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.suite import Exercise, sigmoid
from public_tests._question import Reply, question
from public_tests._spelling import near, number, shown

EXERCISE = Exercise("two_units", "A layer of two units", defines=("unit_1_z", "unit_1_a", "off_a"))
_X = np.array([1.0, 2.0])
_W = np.array([[1.0, -1.0], [0.5, 2.0]])
_B = np.array([-1.0, 0.5])
_ROW = "You took a row of W. Which numbers stand in the column of unit 1?"
_NO_BIAS = "The bias of unit 1 is missing."
_OTHER_BIAS = "The weights are right. Whose bias did you add?"
_UNIT_0 = "That is unit 0. Unit 1 has the next column and the next bias."


def _is(right: float, replies: list[tuple[float, str]], otherwise: str) -> Reply:
    """Right is this number; replies are for those that a slip gives."""

    def reply(held: Any) -> str | None:
        given = number(held)
        if given is None:
            return f"The answer is a number, and {shown(held)} is none."
        if near(given, right):
            return None
        return next((words for slip, words in replies if near(given, slip)), otherwise)

    return reply


_products = _X[:, None] * _W
_sums = _products.sum(axis=0)
_z = [
    (float(_sums[1]), _NO_BIAS),
    (float(_sums[1] + _B[0]), _OTHER_BIAS),
    (float(_sums[0] + _B[0]), _UNIT_0),
    (float((_X * _W[1]).sum() + _B[1]), _ROW),
    (float(_W[:, 1].sum() + _B[1]), "Each weight is multiplied with its input first."),
]
_right_z = float(_sums[1] + _B[1])

CASES = (
    question(
        "two_units",
        "unit_1_z",
        "z of unit 1",
        "a number",
        _is(_right_z, _z, "Do for unit 1 what step 2 does for unit 0: its column, its bias."),
    ),
    question(
        "two_units",
        "unit_1_a",
        "a of unit 1",
        "a number",
        _is(
            float(sigmoid(_right_z)),
            [
                (_right_z, "That is z. Which step comes after it?"),
                (1.0, "A unit puts out a number between 0 and 1, no decision: do not round to 1."),
                *((float(sigmoid(slip)), words) for slip, words in _z),
            ],
            "Put z of unit 1 into the sigmoid.",
        ),
    ),
    question(
        "two_units",
        "off_a",
        "what a unit with nothing but zeros puts out",
        "a number",
        _is(
            float(sigmoid(0.0)),
            [
                (0.0, "Its z is 0. But z is not what a unit puts out: what does g make of 0?"),
                (1.0, "Its z is 0. Where does the curve of the sigmoid stand at 0?"),
                (float(sigmoid(1.0)), "No input gets through: each is multiplied with 0. So z = ?"),
            ],
            "First its z: each input times 0, and a bias of 0. Then g of that.",
        ),
        remark="A unit switched off like this still says 0.5 to the next layer, whatever comes in.",
    ),
)
