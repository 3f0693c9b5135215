"""``grader gradebook extend``: a deadline of one's own for a student."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commands.gradebook.arguments import (
    book_argument,
    opened,
    student_argument,
    who_option,
    why_option,
    without_controls,
)

_EXAMPLES = """
\b
Examples:
  grader gradebook extend class.gradebook jane 2026-12-07T23:59+01:00 \\
    --who "A. Roe" --why "ill"
  grader gradebook extend class.gradebook jane none \\
    --who "A. Roe" --why "accommodation"
  grader gradebook extend class.gradebook jane --withdraw \\
    --who "A. Roe" --why "a mix-up"
"""


@click.command(epilog=_EXAMPLES)
@book_argument
@student_argument
@click.argument("time", required=False, callback=without_controls)
@click.option("--withdraw", is_flag=True, help="The deadline of the class is in force again.")
@who_option
@why_option
def extend(
    book: Path, student: str, time: str | None, who: str, why: str, *, withdraw: bool
) -> None:
    """Give a student a deadline of their own: a TIME, or none to exempt them.

    What being late costs after it stays as in the policy.
    """
    from grader.gradebook.people import student_meant
    from grader.gradebook.policy import time_with_zone
    from grader.gradebook.records import Decision
    from grader.gradebook.standing import NO_DEADLINE

    if (time is None) is not withdraw:
        raise click.UsageError("give the time, or none; or --withdraw")
    if time is not None and time != NO_DEADLINE:
        time_with_zone(time)
    with opened(book) as gradebook:
        student = student_meant(gradebook, student)
        text = time or ""
        gradebook.decide(Decision(student=student, kind="deadline", text=text, who=who, why=why))
