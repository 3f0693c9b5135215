"""The student's page: points, one thing to try, the own code beside the verdict, pictures."""

from __future__ import annotations

import msgspec

from grader.pages.figures import drawing
from grader.pages.html import page
from grader.pages.signs import SIGNS
from grader.pages.tables import table
from grader.report import CaseResult, ExerciseResult, Report, Status


class Line(msgspec.Struct, frozen=True):
    """A line of the learner's code, and whether Python stopped there."""

    text: str
    stopped: bool


class Section(msgspec.Struct, frozen=True):
    """An exercise as the page shows it.

    Attributes:
        key: names its place in the page.
        exercise: the verdicts.
        right: how many cases are.
        done: whether there is nothing left to gain.
        status: the verdict on the whole.
        example: the case to look at: one that may be shown, if there is one.
        hints: what to try, each saying more.
        code: the number of each cell, and its lines.
    """

    key: str
    exercise: ExerciseResult
    right: int
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
    left = [one for one in sections if not one.done]
    # What is required comes before what is extra.
    left.sort(key=lambda one: one.exercise.extra)
    return page(
        "student.html.j2",
        report=seen,
        name=name,
        mark=mark,
        sections=sections,
        start=left[0] if left else None,
        signs=SIGNS,
        drawing=drawing,
        table=table,
    )


def _section(number: int, exercise: ExerciseResult) -> Section:
    wrong = [case for case in exercise.cases if case.status in ("failed", "errored")]
    shown = exercise.hints[: exercise.hints_shown]
    # The learner's own mistakes before the grader's; the case that the message speaks of, unless
    # it speaks of a mistake that is known; open cases before closed ones.
    wrong.sort(
        key=lambda case: (
            case.status == "errored",
            not shown and case.help != exercise.message,
            case.private,
        )
    )
    example = wrong[0] if wrong else None
    hints = (exercise.message, *shown[1:]) if shown else (example.help if example else "",)
    done = exercise.earned == exercise.points and not any(one.status == "failed" for one in wrong)
    return Section(
        key=f"exercise-{number}",
        exercise=exercise,
        right=sum(case.status == "passed" for case in exercise.cases),
        done=done,
        status="failed" if not done else "errored" if wrong else "passed",
        example=example,
        hints=tuple(filter(None, hints)),
        code=tuple((one.cell, _lines(one.cell, one.text, example)) for one in exercise.sources),
    )


def _lines(cell: int, text: str, example: CaseResult | None) -> tuple[Line, ...]:
    stop = example.line if example and example.cell == cell else 0
    return tuple(
        Line(line, stopped=number == stop) for number, line in enumerate(text.split("\n"), 1)
    )
