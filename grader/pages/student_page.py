"""The student's page: points, what to try next, the student's code beside verdicts, pictures."""

from __future__ import annotations

import msgspec

from grader.pages.figures import drawing
from grader.pages.html import render
from grader.pages.tables import number_table
from grader.report import CaseResult, ExerciseResult, Report, Source, Status
from grader.report import presentation as shown


class Line(msgspec.Struct, frozen=True):
    """A line of the student's code, and whether Python stopped there."""

    text: str
    stopped: bool


class Section(msgspec.Struct, frozen=True):
    """An exercise as the page shows it.

    Attributes:
        key: the anchor of the section in the page.
        exercise: the verdicts on its cases.
        passed: the number of cases that passed.
        done: whether nothing is left to do for the student.
        status: the verdict on the exercise as a whole.
        example: the case to look at; None if every case passed.
        hints: the hints, each saying more than the one before.
        comments: people's comments on the exercise and its answers.
        code: the student's own code, and its lines.
    """

    key: str
    exercise: ExerciseResult
    passed: int
    done: bool
    status: Status
    example: CaseResult | None
    hints: tuple[str, ...]
    comments: tuple[str, ...]
    code: tuple[tuple[Source, tuple[Line, ...]], ...]


def student_page(report: Report, *, name: str = "", mark: str = "", comment: str = "") -> str:
    """The page for the student, with private cases by their titles alone.

    Args:
        report: the report on the submission, in either view.
        name: the student's name; empty if it is not known.
        mark: a sentence that says why the mark is not the sum of the points; empty if it is.
        comment: a person's comment for the student on the whole.
    """
    seen = report.for_student()
    sections = [_section(number, exercise) for number, exercise in enumerate(seen.exercises, 1)]
    left = [section for section in sections if not section.done]
    left.sort(key=lambda section: section.exercise.extra)  # required exercises come first
    return render(
        "student.html.j2",
        report=seen,
        name=name,
        mark=mark,
        comment=comment,
        sections=sections,
        start=left[0] if left else None,
        verdicts=shown.VERDICTS,
        doubt=shown.doubt(report),
        unfinished=shown.unfinished(report),
        others_ran=shown.OTHERS_RAN,
        cell_trouble=shown.cell_trouble,
        drawing=drawing,
        number_table=number_table,
    )


def _section(number: int, exercise: ExerciseResult) -> Section:
    example, state = shown.example(exercise), shown.state(exercise)
    return Section(
        key=f"exercise-{number}",
        exercise=exercise,
        passed=shown.passed(exercise.cases),
        done=state != "failed",
        status=state,
        example=example,
        hints=tuple(shown.advice(exercise)),
        comments=tuple(shown.comments(exercise)),
        code=tuple((source, _lines(source, example)) for source in exercise.sources),
    )


def _lines(source: Source, example: CaseResult | None) -> tuple[Line, ...]:
    stop = example.line if example and example.cell == source.cell else 0
    lines = enumerate(source.text.split("\n"), source.line)
    return tuple(Line(line, stopped=number == stop) for number, line in lines)
