"""The student's page: points, one thing to try, the own code beside the verdict, pictures."""

from __future__ import annotations

import msgspec

from grader.pages.figures import drawing
from grader.pages.html import page
from grader.pages.tables import table
from grader.report import CaseResult, ExerciseResult, Report, Status
from grader.report import presentation as shown


class Line(msgspec.Struct, frozen=True):
    """A line of the learner's code, and whether Python stopped there."""

    text: str
    stopped: bool


class Section(msgspec.Struct, frozen=True):
    """An exercise as the page shows it.

    Attributes:
        key: names its place in the page.
        exercise: the verdicts.
        passed: how many cases did.
        done: whether there is nothing left to do for the learner.
        status: the verdict on the whole.
        example: the case to look at.
        hints: what to try, each saying more.
        code: the number of each cell, and its lines.
    """

    key: str
    exercise: ExerciseResult
    passed: int
    done: bool
    status: Status
    example: CaseResult | None
    hints: tuple[str, ...]
    code: tuple[tuple[int, tuple[Line, ...]], ...]


def write(report: Report, *, name: str = "", mark: str = "") -> str:
    """The page for the student, whichever view the report is: private cases by title alone.

    Args:
        report: on the submission.
        name: the student's; empty if it is not known.
        mark: a sentence if the mark is not the sum of the points.
    """
    seen = report.for_student()
    sections = [_section(number, one) for number, one in enumerate(seen.exercises, 1)]
    left = [section for section in sections if not section.done]
    # What is required comes before what is extra.
    left.sort(key=lambda one: one.exercise.extra)
    return page(
        "student.html.j2",
        report=seen,
        name=name,
        mark=mark,
        sections=sections,
        start=left[0] if left else None,
        verdicts=shown.VERDICTS,
        drawing=drawing,
        table=table,
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
        code=tuple(
            (source.cell, _lines(source.cell, source.text, example)) for source in exercise.sources
        ),
    )


def _lines(cell: int, text: str, example: CaseResult | None) -> tuple[Line, ...]:
    stop = example.line if example and example.cell == cell else 0
    return tuple(
        Line(line, stopped=number == stop) for number, line in enumerate(text.split("\n"), 1)
    )
