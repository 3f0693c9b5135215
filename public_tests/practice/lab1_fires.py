"""Lab 1: weights and a bias with which a unit fires for the right pairs of signals."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np

from grader.suite import Exercise
from public_tests._question import Reply, question
from public_tests._spelling import numbers, shown

EXERCISE = Exercise("lab1_fires", "Lab 1: three cells", defines=("both", "either", "first_alone"))
_PAIRS = tuple(product((0, 1), repeat=2))


def _fires_for(*wanted: tuple[int, int]) -> Reply:
    """Right is a unit whose z is 0 or more for these pairs of signals and for no others."""

    def reply(held: Any) -> str | None:
        given = numbers(held)
        if given is None or given.shape != (3,) or not np.isfinite(given).all():
            return f"It takes three numbers in brackets, w1, w2 and b; {shown(held)} is not that."
        for pair in _PAIRS:
            z = float(np.dot(given[:2], pair) + given[2])
            if (z >= 0) is not (pair in wanted):
                ought = "it has to fire" if pair in wanted else "it must not fire"
                return f"For {pair} its z is {z:g}, and there {ought}."
        return None

    return reply


_WANTED = "two weights and a bias"
CASES = (
    question("lab1_fires", "both", "fires for both signals", _WANTED, _fires_for((1, 1))),
    question(
        "lab1_fires",
        "either",
        "fires for at least one signal",
        _WANTED,
        _fires_for((0, 1), (1, 0), (1, 1)),
    ),
    question(
        "lab1_fires",
        "first_alone",
        "fires for the first signal without the second",
        _WANTED,
        _fires_for((1, 0)),
        remark="A negative weight inhibits: here the second signal keeps the cell quiet.",
    ),
)
