"""Marks by people: points and comments for an exercise, an answer or the whole, as they count.

The mark of a part counts for the submission that the person looked at. It stands in the report as a
case: the case itself, or one more with the comment and the difference to the graded points. So an
exercise is worth the sum of its cases whatever reads the report, and there is one total.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from grader.gradebook.classes import Override
from grader.gradebook.records import Decision
from grader.gradebook.schema import GradebookError
from grader.report import (
    BY_HAND,
    COMMENT,
    CaseResult,
    ExerciseResult,
    Points,
    Report,
    added,
    total_of,
)

_TITLE = "Marked by hand"
_TITLE_OF_COMMENT = "A comment"


class Marks(msgspec.Struct, frozen=True):
    """The marks that people have set for a student.

    Attributes:
        override: the mark of the whole; None without one.
        comment: the comment on the whole.
        parts: the newest mark of each part of each submission.
    """

    override: Override | None
    comment: str
    parts: dict[tuple[str, str], Decision]

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> Marks:
        """The marks among these decisions, of which the newest is the last."""
        newest = {
            (decision.submission or "", decision.part): decision
            for decision in decisions
            if decision.kind == "mark"
        }
        whole = newest.pop(("", ""), None)
        override = None
        if whole is not None and whole.points is not None:
            override = Override(points=whole.points, who=whole.who, why=whole.why, at=whole.at)
        return cls(override, whole.text if whole else "", newest)

    def on(self, submission: str) -> dict[str, Decision]:
        """The marks of the parts of a submission, without those that were taken back."""
        return {
            part: mark
            for (digest, part), mark in self.parts.items()
            if digest == submission and (mark.points is not None or mark.text)
        }


def marked(report: Report, marks: Mapping[str, Decision]) -> Report:
    """The report with the marks of its parts in place of the graded points."""
    if not marks:
        return report
    exercises = tuple(_exercise(exercise, marks) for exercise in report.exercises)
    return msgspec.structs.replace(report, exercises=exercises, total=total_of(exercises))


def part_of(report: Report, name: str) -> ExerciseResult | CaseResult:
    """The exercise or the case of this name.

    Raises:
        GradebookError: there is no such part; the message names those there are.
    """
    parts: dict[str, ExerciseResult | CaseResult] = {
        case.id: case for exercise in report.exercises for case in exercise.cases
    }
    parts |= {exercise.name: exercise for exercise in report.exercises}
    if name in parts:
        return parts[name]
    near = [part for part in parts if part.startswith(f"{name.partition('/')[0]}/")]
    known = near or [exercise.name for exercise in report.exercises]
    raise GradebookError(f"there is no exercise or answer {name!r}; there are: {', '.join(known)}")


def out_of_range(points: Points, most: Points, step: Points) -> str:
    """The reason why points are hardly meant, a sentence without its full stop; empty if they may.

    Args:
        points: the points to be set.
        most: the points that the part is worth.
        step: the number that marks are multiples of; 0 if any part of a point may be given.
    """
    points = added((points,))  # 9.0 is said as 9
    if points < 0:
        return f"{points} is less than nothing"
    if points > most:
        return f"{points} is more than the {most} that it is worth"
    if step and added((round(points / step) * step,)) != points:
        if step == 1:
            return f"{points} is no whole number, and the assignment has whole points alone"
        return f"{points} is no multiple of {step}, and the assignment is marked in steps of {step}"
    return ""


def has_parts_of_points(report: Report) -> bool:
    """Whether a case is worth, say, half a point, or earned it."""
    cases = [case for exercise in report.exercises for case in exercise.cases]
    return any(not float(case.points).is_integer() for case in cases)


def _exercise(exercise: ExerciseResult, marks: Mapping[str, Decision]) -> ExerciseResult:
    cases = tuple(_case(case, marks.get(case.id)) for case in exercise.cases)
    mark = marks.get(exercise.name)
    if mark is not None and mark.points is not None:
        cases = tuple(map(_settled, cases))
        rest = added((mark.points, *(-case.earned for case in cases)))
        cases += (_further(exercise, BY_HAND, _TITLE, rest, mark.text),)
    elif mark is not None:
        cases += (_further(exercise, COMMENT, _TITLE_OF_COMMENT, 0, mark.text),)
    earned = added(case.earned for case in cases)
    return msgspec.structs.replace(exercise, cases=cases, earned=earned)


def _case(case: CaseResult, mark: Decision | None) -> CaseResult:
    if mark is None:
        return case
    if mark.points is None:
        return msgspec.structs.replace(case, comment=mark.text)
    return msgspec.structs.replace(
        case, status="marked", earned=added((mark.points,)), help="", comment=mark.text
    )


def _settled(case: CaseResult) -> CaseResult:
    """A case of an exercise that is marked as a whole, so that the case waits no longer."""
    if case.status != "unmarked":
        return case
    return msgspec.structs.replace(case, status="marked", help="")


def _further(
    exercise: ExerciseResult, kind: str, title: str, earned: Points, comment: str
) -> CaseResult:
    return CaseResult(
        id=f"{exercise.name}/{kind}",
        title=title,
        status="marked",
        points=0,
        earned=earned,
        comment=comment,
    )
