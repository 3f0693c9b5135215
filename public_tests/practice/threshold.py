"""Practice lab: what the model's predictions are like, and what another threshold does.

Checked is ``(predictions, ones_at_half, ones_at_nine_tenths, rarer)``; the counts that should come
out are computed from the learner's own predictions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.suite import NO_ANSWER, Case, Difference, Exercise, Read, asking, holds
from public_tests._question import OPEN
from public_tests._spelling import is_open, letter, number, numbers, shown

EXERCISE = Exercise("threshold", "Predictions and a threshold")
_PARTS = 4
_LOW, _HIGH = 0.2, 0.8
_REPLIES = {
    "a": "At 0.9 fewer digits are called ones. Which mistake has then fewer chances?",
    "b": "A one that gets 0.7 is now called a zero. Is that rarer or more frequent than before?",
    "c": "What one kind of mistake loses, the other can win: look at a one that gets 0.7.",
    "d": "Look at a zero that gets 0.7: what is it called at 0.5, and what at 0.9?",
}
_MARK = "d99660ba"


def _parts(held: Any) -> tuple[Any, ...] | Difference:
    whole = isinstance(held, tuple) and len(held) == _PARTS
    predictions = numbers(held[0]) if whole else None
    if predictions is None or predictions.ndim == 0 or not np.isfinite(predictions).all():
        words = "Check all four at once: predictions, the two counts and your choice."
        return Difference("predictions, two counts and a letter", "something else", words)
    return predictions, *held[1:]


def _range(predictions: Any, *_: Any) -> Difference | None:
    low, high = float(predictions.min(initial=1.0)), float(predictions.max(initial=0.0))
    if low <= 0 or high >= 1:
        words = "Which activation of the last layer keeps its number between 0 and 1?"
        return Difference("predictions between 0 and 1", f"from {low:.3g} to {high:.3g}", words)
    if low > _LOW or high < _HIGH:
        words = "It is sure of nothing: was it trained, and on X as it was loaded?"
        return Difference("some near 0 and some near 1", f"from {low:.3f} to {high:.3f}", words)
    return None


def _count(threshold: float, place: int) -> Callable[..., Difference | None]:
    def judge(predictions: Any, *typed: Any) -> Difference | None:
        held = typed[place]
        wanted = f"how many predictions are {threshold:g} or more"
        if is_open(held):
            return Difference(wanted, NO_ANSWER, OPEN)
        given, right = number(held), int(np.sum(predictions >= threshold))
        if given == right:
            return None
        if given is not None and given == predictions.size - right:
            return Difference(wanted, shown(held), "Those are the ones below it.")
        words = "predictions >= threshold is True or False for each image; np.sum counts the True."
        return Difference(wanted, shown(held), words)

    return judge


def _rarer(_: Any, *typed: Any) -> Difference | None:
    held = typed[2]
    if is_open(held):
        return Difference("one of the letters", NO_ANSWER, OPEN)
    given = letter(held) or ""
    if hashlib.sha256(f"rarer {given}".encode()).hexdigest()[:8] == _MARK:
        return None
    words = _REPLIES.get(given, "Type a letter in quotes, from a to d.")
    return Difference("one of the letters", shown(held), words)


def _case(title: str, judge: Callable[..., Difference | None], help_: str) -> Case:
    def of(held: Any) -> Difference | None:
        parts = _parts(held)
        return parts if isinstance(parts, Difference) else judge(*parts)

    return Case("threshold", title, 0, asking(Read("threshold")), holds(of), help_)


CASES = (
    _case("the predictions are estimates between 0 and 1", _range, "Print smallest and largest."),
    _case("how many are called one at 0.5", _count(0.5, 0), "Count with np.sum."),
    _case("how many are called one at 0.9", _count(0.9, 1), "Count with np.sum."),
    _case("which mistake becomes rarer", _rarer, "Think of a digit that gets 0.7."),
)
