"""Hints in the student's own notebook: each call says a little more about their own mistake."""

from __future__ import annotations

from grader.child.answers import answer
from grader.diagnosis import hintbook
from grader.notebook import exercise_of, from_notebook, question, results_of, the_suite
from grader.report import CaseResult

_shown: dict[tuple[str, ...], int] = {}


def hint(exercise: str, thing: object = None) -> None:
    """Print the next hint for an exercise.

    Args:
        exercise: its name, such as the function's.
        thing: what the student wrote; found in the notebook by its name if it is not given.

    Raises:
        NotYetError: there is no such exercise, or nothing of it in the notebook.
    """
    suite = the_suite()
    chosen = exercise_of(suite, thing, exercise)
    namespace = from_notebook(chosen) if thing is None else {chosen.goals[0]: thing}
    wrong = [case for case in results_of(suite, chosen, namespace) if case.status != "passed"]
    if not wrong:
        print(f"The public cases of {chosen.name} pass: there is nothing to hint at.")  # noqa: T201
        return
    probes = [question(case) for case in suite.of(chosen)]
    seen = [answer(probe, namespace) for probe in probes]
    book = hintbook.read(suite.hint_book) if suite.hint_book else hintbook.HintBook()
    ladder = book.find(chosen.name, seen) or _general(wrong[0])
    tier = min(_shown.get(ladder, 0) + 1, len(ladder))
    _shown[ladder] = tier
    print(f"Hint {tier} of {len(ladder)}: {ladder[tier - 1]}")  # noqa: T201


def _general(case: CaseResult) -> tuple[str, ...]:
    """A ladder for a mistake that nobody knows: where to look, then what was seen."""
    seen = f"{case.called} should give {case.expected}, and gave {case.got}."
    smaller = (
        "Work this case out by hand, one unit at a time, and print each step of your code beside "
        "it. The first number that differs is where to look."
    )
    if "(" not in case.called:  # nothing is computed that could be followed step by step
        return (case.help or seen,)
    return tuple(words for words in (case.help, seen, smaller) if words)
