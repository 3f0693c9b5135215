"""Practice lab: the learner's network and Keras', with the same weights, on all 1000 images.

Checked is ``(by_hand, by_keras)``, the predictions of both.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.suite import Case, Difference, Exercise, Read, asking, holds
from public_tests._spelling import numbers

EXERCISE = Exercise("agreement", "You and Keras")
_IMAGES = 1000
_MILLIONTH = 1e-6
_ROUNDING = 1e-4


def _pair(held: Any) -> tuple[Any, Any] | Difference:
    parts = [numbers(part) for part in held] if isinstance(held, tuple) else []
    if len(parts) != 2 or any(part is None for part in parts):
        words = "Check both together, first yours, then Keras'."
        return Difference("the predictions of both", "something else", words)
    return parts[0], parts[1]


def _shapes(held: Any) -> Difference | None:
    pair = _pair(held)
    if isinstance(pair, Difference):
        return pair
    wanted, got = (_IMAGES, 1), [array.shape for array in pair]
    if got == [wanted, wanted]:
        return None
    words = "For each image a row with one number: from both the same shape."
    return Difference(f"shape {wanted} twice", f"shapes {got[0]} and {got[1]}", words)


def _numbers(held: Any) -> Difference | None:
    pair = _pair(held)
    if isinstance(pair, Difference):
        return pair
    by_hand, by_keras = pair
    if by_hand.shape != by_keras.shape:
        return Difference("the same shape", "two shapes", "Numbers are compared once shapes agree.")
    largest = float(np.max(np.abs(by_hand - by_keras), initial=0.0))
    if largest <= _MILLIONTH:
        return None
    words = "Is each layer there, with its own W and b, and the sigmoid after each?"
    if largest <= _ROUNDING:
        words = "So near, and yet more than rounding: have both the very same weights?"
    return Difference("a largest difference of 0.000001 or less", f"{largest:.2g}", words)


CASES = (
    Case(
        "agreement",
        "a prediction for each of the 1000 images, from both",
        0,
        asking(Read("agreement")),
        holds(_shapes),
        "Print the shape of both.",
    ),
    Case(
        "agreement",
        "they agree to a millionth",
        0,
        asking(Read("agreement")),
        holds(_numbers),
        "Print the largest difference.",
    ),
)
