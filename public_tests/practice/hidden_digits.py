"""Practice lab: ten digits that the learner's own network has read.

Checked is ``(rows, decisions)``: which rows of X they are, and a 0 or a 1 for each. The first 500
rows of X are zeros, the others ones.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.suite import NO_ANSWER, Case, Difference, Exercise, Read, asking, holds, numbers_in
from public_tests._question import OPEN
from public_tests._spelling import is_open

EXERCISE = Exercise("hidden_digits", "Ten hidden digits")
_TEN = 10
_ZEROS = 500
_ENOUGH = 9
_WANTED = "a 0 or a 1 for each of the ten"


def _numbers(part: Any) -> Any:
    """Numbers, where True and False, as comparisons give them, are 1 and 0."""
    array = numbers_in(part)
    return None if array is None else array.astype(float)


def _pair(held: Any) -> tuple[Any, Any] | Difference:
    if isinstance(held, tuple) and any(map(is_open, held)):
        return Difference(_WANTED, NO_ANSWER, OPEN)
    found = [_numbers(part) for part in held] if isinstance(held, tuple) else []
    parts = [part for part in found if part is not None and part.size == _TEN]
    if len(parts) != 2:
        words = "Check the rows and the decisions together, ten of each."
        return Difference(_WANTED, "something else", words)
    rows, decisions = (np.ravel(part) for part in parts)
    if not np.isin(decisions, (0, 1)).all():
        words = "The network gives estimates. Compare them with 0.5 to get decisions."
        return Difference(_WANTED, "other numbers", words)
    return rows, decisions


def _decided(held: Any) -> Difference | None:
    pair = _pair(held)
    return pair if isinstance(pair, Difference) else None


def _right(held: Any) -> Difference | None:
    pair = _pair(held)
    if isinstance(pair, Difference):
        return pair
    rows, decisions = pair
    count = int(np.sum((rows >= _ZEROS) == (decisions == 1)))
    if count >= _ENOUGH:
        return None
    words = "Does each layer work on what the one before it put out, with its own W and b?"
    if count <= 1:
        words = "Nearly all are turned around: which decision belongs to a prediction near 1?"
    elif len(set(decisions)) == 1:
        words = "All ten are called the same. " + words
    return Difference("nine right or more", f"{count} right", words)


CASES = (
    Case(
        "hidden_digits",
        "each is called a 0 or a 1",
        0,
        asking(Read("hidden_digits")),
        holds(_decided),
        "One decision for each digit.",
    ),
    Case(
        "hidden_digits",
        "nine or ten are read right",
        0,
        asking(Read("hidden_digits")),
        holds(_right),
        "Follow one digit through your network.",
    ),
)
