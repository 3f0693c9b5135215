"""Hints in the student's own notebook: each call says a little more about their own mistake."""

from __future__ import annotations

import textwrap

import msgspec

from grader.answering.answers import answer
from grader.checks.checking import (
    exercise_of,
    from_notebook,
    question,
    results_of,
    summed_up,
    the_suite,
)
from grader.checks.panel import BLUE, prose, show
from grader.diagnosis import hintbook
from grader.feedback import counterexample
from grader.judging.asked import Asked
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
    results = results_of(suite, chosen, namespace)
    example = shown.example(summed_up(chosen, results))
    if example is None:
        print(f"The public cases of {chosen.name} pass: there is nothing to hint at.")  # noqa: T201
        return
    if example.status == "errored":
        print(f"{shown.VERDICTS['errored'].word.capitalize()}: {example.help}")  # noqa: T201
        return
    probes = [probe for case in suite.of(chosen) if (probe := question(case)).name in namespace]
    seen = [answer(probe, namespace, stoppable=True) for probe in probes]
    book = hintbook.read(suite.hint_book) if suite.hint_book else hintbook.HintBook()
    asked = [Asked(probe, one) for probe, one in zip(probes, seen, strict=True)]
    broken = counterexample.find(zip(results, asked, strict=True), chosen.properties, None)
    ladder = book.find(chosen.name, seen) or _general(example, broken.words)
    tier = min(_shown.get(ladder, 0) + 1, len(ladder))
    _shown[ladder] = tier
    show(Hint(f"Hint {tier} of {len(ladder)}", ladder[tier - 1]))


def _general(case: CaseResult, broken: str) -> tuple[str, ...]:
    """A ladder for a mistake that nobody knows: a property that breaks, or where to look first."""
    seen = f"{case.called} should give {case.expected}, and gave {case.got}."
    smaller = (
        "Work this case out by hand, one unit at a time, and print each step of your code beside "
        "it. The first number that differs is where to look."
    )
    if "(" not in case.called:  # nothing is computed that could be followed step by step
        return (case.help or seen,)
    return tuple(words for words in (broken or case.help, seen, smaller) if words)
