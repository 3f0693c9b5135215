"""``grader gradebook override``: a student's points as a person sets them."""

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
@click.argument("points", type=int, required=False)
@click.option("--withdraw", is_flag=True, help="Take an earlier override back.")
@who_option
@why_option
def override(
    book: Path, student: str, points: int | None, who: str, why: str, *, withdraw: bool
) -> None:
    """Set a student's POINTS by hand, or take that back."""
    if (points is None) is not withdraw:
        raise click.UsageError("give the points, or --withdraw")
    with opened(book) as gradebook:
        gradebook.override(student, points, who, why)
