"""Practice lab: how many multiplications a product of matrices takes, for sizes of one's own.

Checked is ``(sizes, multiplications)``: rows, inner numbers and columns, and a whole number.
"""

from __future__ import annotations

import math
from typing import Any

from grader.suite import NO_ANSWER, Case, Difference, Exercise, Read, asking, holds
from public_tests._question import OPEN
from public_tests._spelling import is_open, number, shape, shown

EXERCISE = Exercise("work", "How much work")
_EXAMPLE = (20, 30, 10)
_MOST = 2_000_000  # multiplications: a second or two of loops


def _parts(held: Any) -> tuple[tuple[int, ...], Any] | Difference:
    if not isinstance(held, tuple) or len(held) != 2:
        return Difference("sizes and a count", shown(held), "Check both at once.")
    if any(map(is_open, held)):
        return Difference("sizes and a count", NO_ANSWER, OPEN)
    sizes = shape(held[0])
    if sizes is None or len(sizes) != 3 or min(sizes) < 1:
        return Difference("three whole numbers", shown(held[0]), "Rows, inner numbers, columns.")
    return sizes, held[1]


def _own(held: Any) -> Difference | None:
    parts = _parts(held)
    if isinstance(parts, Difference):
        return parts
    if parts[0] == _EXAMPLE:
        return Difference("sizes of your own", shown(held[0]), "Change at least one of them.")
    if math.prod(parts[0]) > _MOST:
        return Difference("smaller sizes", shown(held[0]), "The loops would take very long.")
    return None


def _count(held: Any) -> Difference | None:
    parts = _parts(held)
    if isinstance(parts, Difference):
        return parts
    (rows, inner, columns), count = parts
    given = number(count)
    if given == rows * inner * columns:
        return None
    slips = {
        rows * columns: "That is how many numbers come out. How many products make one of them?",
        rows * inner + inner * columns: "Those are the numbers that go in. Each is used often.",
        rows * inner: "That is for one column of the result.",
        inner * columns: "That is for one row of the result.",
    }
    words = next((words for slip, words in slips.items() if given == slip), None)
    wanted = "how many multiplications your sizes need"
    more = "How many products make one number of the result, and how many numbers has it?"
    return Difference(wanted, shown(count), words or more)


CASES = (
    Case("work", "the sizes are your own", 0, asking(Read("work")), holds(_own), "Any will do."),
    Case(
        "work",
        "how many multiplications",
        0,
        asking(Read("work")),
        holds(_count),
        "Count the turns of the innermost loop.",
    ),
)
