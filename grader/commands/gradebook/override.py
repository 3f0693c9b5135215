"""``grader gradebook override``: a student's points as a person sets them."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commandline.terminal import say
from grader.commands.gradebook.arguments import (
    book_argument,
    open_gradebook,
    points_argument,
    student_argument,
    who_option,
    why_option,
    without_controls,
)
from grader.commands.gradebook.asking import check_range, force_option


@click.command()
@book_argument
@student_argument
@points_argument
@click.option("--withdraw", is_flag=True, help="Take an earlier override back.")
@click.option(
    "--comment", default="", callback=without_controls, help="What the student is told of it."
)
@who_option
@why_option
@force_option
def override(
    book: Path,
    student: str,
    points: float | None,
    comment: str,
    who: str,
    why: str,
    *,
    withdraw: bool,
    force: bool,
) -> None:
    """Set a student's POINTS by hand, or take that back.

    Points that are out of range are asked back.
    """
    from grader.gradebook.listing import points_of
    from grader.gradebook.people import student_meant
    from grader.gradebook.records import Decision
    from grader.gradebook.roster import row_of
    from grader.gradebook.setting_marks import step_of_marks
    from grader.report import added

    if (points is None) is not withdraw:
        raise click.UsageError("give the points, or --withdraw")
    if not who.strip() or not why.strip():
        raise click.UsageError("an override needs who sets it and why")
    with open_gradebook(book) as gradebook:
        student = student_meant(gradebook, student)
        report = row_of(gradebook, student, gradebook.policy()).report
        if points is not None and report is not None and not force:
            total = report.total
            most = added((total.points, total.extra_points))
            check_range(points, most, step_of_marks(gradebook, report))
        decision = Decision(
            student=student,
            points=None if points is None else added((points,)),
            text=comment,
            who=who,
            why=why,
        )
        gradebook.decide(decision)
        now = row_of(gradebook, student, gradebook.policy())
        by_hand = "is no longer set by hand" if points is None else "is set by hand"
        say(f"{now.student.label}: the mark {by_hand}: {points_of(now)}.")
