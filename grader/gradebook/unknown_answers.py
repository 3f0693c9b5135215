"""Wrong answers that no known mistake explains, in groups of equal answers.

Inputs of private cases are drawn for each submission, so the answers to public cases are compared;
and, where these are all right, the verdicts on private ones.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

from grader.gradebook.classes import Row
from grader.gradebook.schema import GradebookError
from grader.report import CaseResult, ExerciseResult
from grader.report import presentation as shown

_KEY = 6  # characters by which a group is called


class UnknownAnswer(msgspec.Struct, frozen=True):
    """One wrong answer, given by several students.

    Attributes:
        key: the group's short name, which depends on the answers alone.
        rows: the students.
        exercises: their results in the exercise, in the same order, the shortest code first.
        case: a public case that they fail alike; None if they fail private ones alone.
    """

    key: str
    rows: tuple[Row, ...]
    exercises: tuple[ExerciseResult, ...]
    case: CaseResult | None

    @property
    def exercise(self) -> ExerciseResult:
        """The result of the student with the shortest code."""
        return self.exercises[0]


def unknown_answers(rows: Iterable[Row]) -> list[UnknownAnswer]:
    """The groups of two and more students, the largest first."""
    found: dict[str, list[tuple[Row, ExerciseResult]]] = {}
    for row in rows:
        for exercise in row.exercises:
            if _is_unknown(exercise):
                found.setdefault(_key(exercise), []).append((row, exercise))
    groups = [_group(key, seen) for key, seen in found.items() if len(seen) > 1]
    return sorted(groups, key=lambda group: (-len(group.rows), group.exercise.name, group.key))


def group_called(groups: Iterable[UnknownAnswer], key: str) -> UnknownAnswer:
    """The group of this key.

    Raises:
        GradebookError: there is no such group.
    """
    for group in groups:
        if group.key == key:
            return group
    raise GradebookError(f"there is no group {key!r}; without a group the command lists them all")


def code_of(exercise: ExerciseResult) -> str:
    """A student's own cells of an exercise, one after the other."""
    return "\n\n".join(source.text.rstrip() for source in exercise.sources)


def _is_unknown(exercise: ExerciseResult) -> bool:
    is_wrong = any(case.status == "failed" for case in exercise.cases)
    named = exercise.mistakes or not exercise.begun or shown.is_marked(exercise)
    return is_wrong and not named and bool(exercise.sources)


def _key(exercise: ExerciseResult) -> str:
    cases = [case for case in exercise.cases if case.status not in ("unmarked", "marked")]
    public = [case for case in cases if not case.private]
    if any(case.status == "failed" for case in public):
        cases = public  # by chance a private question may not show what the others do
    answers = [(case.id, case.status, "" if case.private else case.got) for case in cases]
    text = repr((exercise.name, answers)).encode("utf-8", "replace")
    return hashlib.sha256(text).hexdigest()[:_KEY]


def _group(key: str, seen: list[tuple[Row, ExerciseResult]]) -> UnknownAnswer:
    seen.sort(key=lambda pair: len(code_of(pair[1])))
    exercise = seen[0][1]
    case = next(
        (case for case in exercise.cases if case.status == "failed" and not case.private), None
    )
    return UnknownAnswer(
        key, tuple(row for row, _ in seen), tuple(result for _, result in seen), case
    )
