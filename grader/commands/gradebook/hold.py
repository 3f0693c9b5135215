"""``grader gradebook hold`` and ``release``: marks that are not shown to students yet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from grader.commands.gradebook.arguments import (
    book_argument,
    opened,
    who_option,
    without_controls,
)

_student = click.argument("student", required=False, callback=without_controls)
_why = click.option("--why", default="", callback=without_controls, help="The reason; it is kept.")


@click.command()
@book_argument
@_student
@who_option
@_why
def hold(**given: Any) -> None:  # noqa: ANN401 - options
    """Hold the mark of a STUDENT back, or all marks, until they are released.

    No export, no report and no student's page has what is held back; the class page has.
    """
    _decide("yes", **given)


@click.command()
@book_argument
@_student
@who_option
@_why
def release(**given: Any) -> None:  # noqa: ANN401 - options
    """Release the mark of a STUDENT, or all marks, that were held back."""
    _decide("", **given)


def _decide(text: str, *, book: Path, student: str | None, who: str, why: str) -> None:
    from grader.gradebook.people import student_meant
    from grader.gradebook.records import Decision

    with opened(book) as gradebook:
        if student:
            student = student_meant(gradebook, student)
        gradebook.decide(Decision(student=student or "", kind="held", text=text, who=who, why=why))
