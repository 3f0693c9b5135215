"""Hints in the student's own notebook: each call says a little more about their own mistake."""

from __future__ import annotations

import textwrap

import msgspec

from grader.checks import notebook
from grader.checks.answers import SECONDS, verdicts
from grader.checks.checking import (
    check,
    exercise_of,
    explained,
    stopped_by_hand,
    the_suite,
    what_is_first,
)
from grader.checks.evidence import what_stopped, words_of
from grader.checks.notebook import NotYetError
from grader.checks.panel import BLUE, prose, show, state
from grader.report import CaseResult, ExerciseResult
from grader.report import presentation as shown
from grader.suite import Exercise

_WIDTH = 80
_BY_HAND = (
    "Work this case out by hand, one number at a time, and print each step of your code beside it. "
    "The first number that differs is where to look."
)
_STOPPED = (
    "Make this call in a cell of its own, and print the shape of each name in the line that "
    "stopped, right before it. Which one is not what you thought?"
)
_shown: dict[tuple[str, ...], int] = {}


class Hint(msgspec.Struct, frozen=True):
    """A hint, which is drawn beside a line of colour in a notebook and wrapped elsewhere."""

    title: str
    words: str

    def __str__(self) -> str:
        text = f"{self.title}: {self.words}"
        return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        words = prose(self.words)
        return (
            f'<section role="status" style="border-left:4px solid {BLUE};padding:.4em 1em">'
            f"<b>{self.title}</b>: {words}</section>"
        )


def hint(exercise: str, thing: object = None, *, seconds: float = SECONDS) -> None:
    """Print the next hint for an exercise.

    Args:
        exercise: its name, such as the function's.
        thing: what the student wrote; found in the notebook by its name if it is not given.
        seconds: how long a case may take.

    Raises:
        NotYetError: there is no such exercise, nothing of it in the notebook, or the stop button
            was pressed.
    """
    suite = the_suite().with_hint_cases()
    chosen = exercise_of(suite, thing, exercise)
    if suite.tests:  # there is no catalogue: the panel says all there is
        check(exercise)
        return
    name = chosen.goals[0]
    stopped = what_stopped(name) if thing is None else None
    try:
        namespace = notebook.held(chosen) if thing is None else {name: thing}
    except NotYetError:
        if stopped is None:
            raise
        namespace = {name: None}
    to_do_first = ""
    try:
        pairs = verdicts(suite, chosen, namespace, seconds, begun=stopped is not None)
        result = explained(suite, chosen, pairs, namespace, hints=True)
        if state(result) == "failed":
            to_do_first = what_is_first(suite, chosen, namespace, seconds)
    except KeyboardInterrupt:
        raise stopped_by_hand(name) from None
    if to_do_first:
        show(Hint("First", to_do_first))
    elif state(result) == "skipped":
        show(Hint("Nothing to check yet", f"fill in the cell of {name} and run it."))
    elif result.hints:
        _climb(result.hints)
    elif stopped and namespace.get(name) is None:
        show(Hint("Its cell stopped", words_of(stopped)))
    else:
        _show_general_hint(chosen, result)


def _show_general_hint(exercise: Exercise, result: ExerciseResult) -> None:
    """Show what can be said of an answer that is right, or whose mistake is not known."""
    example = shown.example(result)
    if example is None:
        passing = f"The public cases of {exercise.name} pass: there is nothing to hint at."
        print(passing)  # noqa: T201
    elif example.status == "errored":
        print(f"{shown.VERDICTS['errored'].word.capitalize()}: {example.help}")  # noqa: T201
    else:
        _climb(_general(example))


def _climb(ladder: tuple[str, ...]) -> None:
    """Show the next tier of a ladder, or its last one again."""
    tier = min(_shown.get(ladder, 0) + 1, len(ladder))
    _shown[ladder] = tier
    show(Hint(f"Hint {tier} of {len(ladder)}", ladder[tier - 1]))


def _general(case: CaseResult) -> tuple[str, ...]:
    """A ladder for an unknown mistake: a property that breaks, or where to look first."""
    stopped = case.outcome == "raised"
    gave = "stopped with" if stopped else "gave"
    seen = f"{case.called} should give {case.expected}, and {gave} {case.got}."
    smaller = _STOPPED if stopped else _BY_HAND
    if "(" not in case.called:  # nothing is computed that could be followed step by step
        return (case.help or seen,)
    return tuple(words for words in (case.help, seen, smaller) if words)
