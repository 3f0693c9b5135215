"""The pages of the desk: the overview, and a student's work with a form for each part."""

from __future__ import annotations

import msgspec

from grader.marking.desk import Desk, Form, StudentToMark
from grader.pages.html import render
from grader.report import BY_HAND, COMMENT, CaseResult, ExerciseResult, Points
from grader.report import presentation as shown


class PartForm(msgspec.Struct, frozen=True):
    """The form for an exercise or an answer, as it is shown.

    Attributes:
        key: its anchor on the page.
        name: the name of the exercise, or the id of the case.
        title: what it is called.
        worth: its points.
        points: as they are set, or were typed; empty if they are not.
        comment: as it is set, or was typed.
        case: the answer; None for a whole exercise.
        said: the reason why it was not saved; empty if it was.
        ask: whether it is saved once the person who marks confirms it.
        first: whether the cursor is put here.
    """

    key: str
    name: str
    title: str
    worth: Points
    points: str
    comment: str
    case: CaseResult | None
    said: str = ""
    ask: bool = False
    first: bool = False


class ExerciseForms(msgspec.Struct, frozen=True):
    """The forms of an exercise: for each answer that people mark, and for the whole of it."""

    exercise: ExerciseResult
    answers: tuple[PartForm, ...]
    whole: PartForm


def overview_page(desk: Desk) -> str:
    """All students, with how many answers of each wait."""
    rows = desk.overview()
    return render(
        "marking.html.j2",
        forms=True,
        title=desk.title,
        rows=rows,
        waiting=sum(count for _, _, count in rows),
        first=desk.after(0),
    )


def student_page(
    place: StudentToMark, following: int, form: Form | None, said: str, *, ask: bool
) -> str:
    """A student's work with a form for each part.

    Args:
        place: the student.
        following: the next place at which something waits; 0 if nothing does.
        form: what was filled in and is not saved; None if nothing was.
        said: why it is not.
        ask: whether it is saved once the person who marks confirms it.
    """
    report = place.row.report
    sections = _sections(place, form, said, ask=ask)
    return render(
        "marking_student.html.j2",
        forms=True,
        place=place,
        total=shown.total(report) if report else "",
        following=following,
        sections=sections,
        said="" if form and _is_there(sections, form.part) else said,
        verdicts=shown.VERDICTS,
        advice=shown.advice,
    )


def _sections(
    place: StudentToMark, form: Form | None, said: str, *, ask: bool
) -> list[ExerciseForms]:
    exercises = place.row.report.exercises if place.row.report else ()
    wanted = form.part if form else _first(exercises)
    numbers = iter(range(1, 10_000))

    def part(name: str, title: str, worth: Points, case: CaseResult | None) -> PartForm:
        mark = place.marks.get(name)
        points = "" if mark is None or mark.points is None else str(mark.points)
        comment = mark.text if mark else ""
        is_this = form is not None and form.part == name
        if form is not None and is_this:
            points, comment = form.points, form.comment
        return PartForm(
            key=f"part-{next(numbers)}",
            name=name,
            title=title,
            worth=worth,
            points=points,
            comment=comment,
            case=case,
            said=said if is_this else "",
            ask=ask and is_this,
            first=name == wanted,
        )

    return [
        ExerciseForms(
            exercise,
            tuple(
                part(case.id, case.title, case.points, case)
                for case in exercise.cases
                if _is_for_people(exercise, case) or case.id in place.marks
            ),
            part(exercise.name, exercise.title, exercise.points, None),
        )
        for exercise in exercises
    ]


def _is_for_people(exercise: ExerciseResult, case: CaseResult) -> bool:
    own = (f"{exercise.name}/{BY_HAND}", f"{exercise.name}/{COMMENT}")
    return case.id not in own and (case.status in ("unmarked", "marked") or bool(case.answer))


def _first(exercises: tuple[ExerciseResult, ...]) -> str:
    cases = [case for exercise in exercises for case in exercise.cases]
    return next((case.id for case in cases if case.status == "unmarked"), "")


def _is_there(sections: list[ExerciseForms], part: str) -> bool:
    names = {section.whole.name for section in sections}
    return part in names | {answer.name for section in sections for answer in section.answers}
