"""Hints in the student's own notebook: each call says a little more about their own mistake."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader import counterexample
from grader.asked import Asked
from grader.child.answers import answer
from grader.diagnosis import hintbook
from grader.notebook import exercise_of, results_of, the_suite
from grader.report import CaseResult

_shown: dict[tuple[str, ...], int] = {}


def hint(exercise: str, thing: object = None) -> None:
    """Print the next hint for an exercise.

    Args:
        exercise: its name, such as the function's.
        thing: what the student wrote; found in the notebook by its name if it is not given.

    Raises:
        NotYetError: there is no such exercise.
    """
    suite = the_suite()
    chosen = exercise_of(suite, thing, exercise)
    name = chosen.goals[0]
    thing = _in_the_notebook(name) if thing is None else thing
    if thing is None:
        print(f"There is no {name} yet: fill in its cell and run it.")  # noqa: T201
        return
    results = results_of(suite, chosen, thing)
    wrong = [case for case in results if case.status != "passed"]
    if not wrong:
        print(f"The public cases of {name} pass: there is nothing to hint at.")  # noqa: T201
        return
    probes = [case.ask(np.random.default_rng(0)) for case in suite.of(chosen)]
    seen = [answer(probe, {name: thing}) for probe in probes]
    book = hintbook.read(suite.hint_book) if suite.hint_book else hintbook.HintBook()
    asked = [Asked(probe, one) for probe, one in zip(probes, seen, strict=True)]
    broken = counterexample.find(zip(results, asked, strict=True), chosen.properties, None)
    ladder = book.find(chosen.name, seen) or _general(wrong[0], broken[1] if broken else "")
    tier = min(_shown.get(ladder, 0) + 1, len(ladder))
    _shown[ladder] = tier
    print(f"Hint {tier} of {len(ladder)}: {ladder[tier - 1]}")  # noqa: T201


def _general(case: CaseResult, broken: str) -> tuple[str, ...]:
    """A ladder for a mistake that nobody knows: a property that breaks, or where to look first."""
    seen = f"{case.called} should give {case.expected}, and gave {case.got}."
    smaller = (
        "Work this case out by hand, one unit at a time, and print each step of your code beside "
        "it. The first number that differs is where to look."
    )
    return tuple(words for words in (broken or case.help, seen, smaller) if words)


def _in_the_notebook(name: str) -> Any:  # noqa: ANN401 - whatever the student made
    try:
        return get_ipython().user_ns.get(name)  # type: ignore[name-defined]
    except NameError:
        import __main__

        return getattr(__main__, name, None)
