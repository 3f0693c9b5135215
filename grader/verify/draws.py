"""The claim that the numbers of private cases tell a right answer from an easy one."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from grader.suite import Suite
from grader.suite.easy_answers import easy_answer
from grader.verify.claims import Claim

DRAWS = 50  # draws of each case, unless an option asks for more


def draws(suite: Suite, exercises: Collection[str], count: int = DRAWS) -> Claim:
    """The claim that in no draw of a private case an answer without understanding is right.

    Args:
        suite: the assignment with its secret part.
        exercises: the names of the exercises whose cases are tried.
        count: how often each case is drawn.
    """
    tried = 0
    failures = []
    for case in suite.cases:
        if not case.private or case.exercise not in exercises:
            continue
        for seed in range(count):
            tried += 1
            words = easy_answer(case.ask(np.random.default_rng(seed)), case.expect)
            if words:
                failures.append(f"{case.id}: {words} is right (draw {seed})")
    return Claim(
        "drawn numbers tell right answers from easy ones",
        tried,
        tried - len(failures),
        tuple(failures),
        advice="Draw numbers for which that answer is wrong: sums on both sides of 0 where relu is "
        "handed over, units that differ.",
    )
