"""Practice lab: three impostor layers, each to be unmasked by a test of the learner's own.

Checked is what ``confront`` gives: for each suspect None (no test yet), a sentence (the test cannot
be put), or what the suspect and an honest layer said.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.suite import NO_ANSWER, Case, Difference, Exercise, Read, asking, holds
from public_tests._spelling import numbers

EXERCISE = Exercise("suspects", "Three impostors")
_PLAIN = 1e-3  # so much the two answers differ at least where they differ plainly
_WANTED = "a test that this suspect does not pass"
_STILL = {
    1: "Look at your W. If it were turned around, rows for columns, would it be another W?",
    2: "Look at your b. Could the suspect mix up two biases without anybody seeing it?",
    3: "Look at your b and at how many inputs there are. Would it show if a bias were taken once "
    "for each input?",
}


def _case(suspect: int) -> Case:
    def judge(held: Any) -> Difference | None:
        if not isinstance(held, list | tuple) or len(held) != len(_STILL):
            return Difference("what confront gives", "something else", "Check what confront gives.")
        found = held[suspect - 1]
        if found is None:
            words = f"Put an a_in, a W and a b of your own into test_{suspect}."
            return Difference(_WANTED, NO_ANSWER, words)
        if isinstance(found, str):
            return Difference("an a_in, a W and a b that fit together", "a test that fails", found)
        if not isinstance(found, list | tuple) or len(found) != 2:
            return Difference("two answers", "something else", "Check what confront gives.")
        if _differ(*map(numbers, found)):
            return None
        return Difference(_WANTED, "the same numbers from both", _STILL[suspect])

    title = f"suspect {suspect} is unmasked"
    return Case("suspects", title, 0, asking(Read("suspects")), holds(judge), _STILL[suspect])


def _differ(said: Any, honest: Any) -> bool:
    if said is None or honest is None or said.shape != honest.shape:
        return True  # it broke down or gave another number of numbers: that is plain, too
    return bool(np.max(np.abs(said - honest), initial=0.0) >= _PLAIN)


CASES = tuple(_case(suspect) for suspect in _STILL)
