"""An exercise's result with more words: a message, hints, a note or a fault for the instructor."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from grader.diagnosis.entries import Entry
from grader.judging.judge import BEYOND
from grader.report import ExerciseResult

CaseWords = tuple[str, str]
"""The identifier of a case, and the words for it."""
_TWO = "Two things at once. Start with this one: "


def with_message(result: ExerciseResult, words: CaseWords) -> ExerciseResult:
    """The result with a message, which becomes the help of its case as well."""
    case, message = words
    cases = tuple(
        replace(verdict, help=message) if verdict.id == case else verdict
        for verdict in result.cases
    )
    return replace(result, cases=cases, message=message)


def with_hints(result: ExerciseResult, entries: tuple[Entry, ...]) -> ExerciseResult:
    """The result with the mistakes that were found, and the hints of the first."""
    first, *others = entries
    hints = tuple((_TWO if others else "") + hint for hint in first.hints)
    named = tuple(entry for entry in entries if entry.says)  # a book of hints has no names
    return replace(
        result,
        message=hints[0],
        mistakes=tuple(entry.id for entry in named),
        misconceptions=tuple(entry.says for entry in named),
        hints=hints,
    )


def with_note(result: ExerciseResult, note: str) -> ExerciseResult:
    """A right result with a note, unless one of its cases has a better one already."""
    if not note or any(case.note and not case.note.startswith(BEYOND) for case in result.cases):
        return result
    cases = tuple(replace(case, note="") for case in result.cases)
    return replace(result, cases=cases, notes=(*result.notes, note))


def with_faults(result: ExerciseResult, faults: Iterable[str]) -> ExerciseResult:
    """The result with faults of the assignment that the instructor has to mend."""
    return replace(result, faults=(*result.faults, *faults))
