"""Hints in the student's own notebook: each call says a little more about their own mistake."""

from __future__ import annotations

import textwrap

import msgspec

from grader.checks import notebook
from grader.checks.answers import SECONDS, verdicts
from grader.checks.checking import exercise_of, stopped, the_suite, told, what_is_first
from grader.checks.panel import BLUE, prose, show, state
from grader.diagnosis import hintbook
from grader.report import CaseResult
from grader.report import presentation as shown

_WIDTH = 80
_shown: dict[tuple[str, ...], int] = {}


class Hint(msgspec.Struct, frozen=True):
    """A hint: in a notebook beside a line of colour, elsewhere as wrapped text."""

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
    suite = the_suite()
    chosen = exercise_of(suite, thing, exercise)
    namespace = notebook.held(chosen) if thing is None else {chosen.goals[0]: thing}
    see_to = ""
    try:
        pairs = verdicts(suite, chosen, namespace, seconds)
        result = told(chosen, pairs)
        if state(result) == "failed":
            see_to = what_is_first(suite, chosen, namespace, seconds)
    except KeyboardInterrupt:
        raise stopped(chosen.goals[0]) from None
    if see_to:
        show(Hint("First", see_to))
        return
    if state(result) == "skipped":
        show(Hint("Nothing to check yet", f"fill in the cell of {chosen.goals[0]} and run it."))
        return
    example = shown.example(result)
    if example is None:
        print(f"The public cases of {chosen.name} pass: there is nothing to hint at.")  # noqa: T201
        return
    if example.status == "errored":
        print(f"{shown.VERDICTS['errored'].word.capitalize()}: {example.help}")  # noqa: T201
        return
    book = hintbook.read(suite.hint_book) if suite.hint_book else hintbook.HintBook()
    known = book.find(chosen.name, [asked.seen for _, asked in pairs])
    ladder = known or _general(example)
    tier = min(_shown.get(ladder, 0) + 1, len(ladder))
    _shown[ladder] = tier
    show(Hint(f"Hint {tier} of {len(ladder)}", ladder[tier - 1]))


def _general(case: CaseResult) -> tuple[str, ...]:
    """A ladder for a mistake that nobody knows: a property that breaks, or where to look first."""
    seen = f"{case.called} should give {case.expected}, and gave {case.got}."
    smaller = (
        "Work this case out by hand, one unit at a time, and print each step of your code beside "
        "it. The first number that differs is where to look."
    )
    if "(" not in case.called:  # nothing is computed that could be followed step by step
        return (case.help or seen,)
    return tuple(words for words in (case.help, seen, smaller) if words)
