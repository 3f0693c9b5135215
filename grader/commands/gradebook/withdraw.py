"""``grader gradebook withdraw``: a student who has left the class."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commands.gradebook.arguments import (
    book_argument,
    opened,
    student_argument,
    who_option,
    why_option,
)


@click.command()
@book_argument
@student_argument
@click.option("--back", is_flag=True, help="The student is in the class again.")
@who_option
@why_option
def withdraw(book: Path, student: str, who: str, why: str, *, back: bool) -> None:
    """Take a student out of the class, or back in; what was handed in and graded stays.

    Pages, figures and exports leave the student out and say so.
    """
    from grader.gradebook.people import student_meant
    from grader.gradebook.records import Decision

    with opened(book) as gradebook:
        student = student_meant(gradebook, student)
        text = "" if back else "yes"
        gradebook.decide(Decision(student=student, kind="withdrawn", text=text, who=who, why=why))
