"""``grader gradebook extend``, ``withdraw``, ``hold`` and ``release``: a student's standing."""

from __future__ import annotations

from typing import Any

import click

from grader.commands.gradebook.arguments import (
    book_argument,
    decide,
    reason_option,
    student_argument,
    who_option,
    why_option,
    without_controls,
)

_EXTEND_EXAMPLES = """
\b
Examples:
  grader gradebook extend class.gradebook jane 2026-12-07T23:59+01:00 \\
    --who "A. Roe" --why "ill"
  grader gradebook extend class.gradebook jane none \\
    --who "A. Roe" --why "accommodation"
  grader gradebook extend class.gradebook jane --withdraw \\
    --who "A. Roe" --why "a mix-up"
"""
_student_or_all = click.argument("student", default="", callback=without_controls)


@click.command(epilog=_EXTEND_EXAMPLES)
@book_argument
@student_argument
@click.argument("time", required=False, callback=without_controls)
@click.option("--withdraw", is_flag=True, help="The deadline of the class is in force again.")
@who_option
@why_option
def extend(*, time: str | None, withdraw: bool, **given: Any) -> None:  # noqa: ANN401 - options
    """Give a student a deadline of their own: a TIME, or none to exempt them.

    What being late costs after it stays as in the policy.
    """
    from grader.gradebook.policy import time_with_zone
    from grader.gradebook.standing import NO_DEADLINE

    if (time is None) is not withdraw:
        raise click.UsageError("give the time, or none; or --withdraw")
    if time is not None and time != NO_DEADLINE:
        time_with_zone(time)
    decide("deadline", time or "", **given)


@click.command()
@book_argument
@student_argument
@click.option("--back", is_flag=True, help="The student is in the class again.")
@who_option
@why_option
def withdraw(*, back: bool, **given: Any) -> None:  # noqa: ANN401 - options
    """Take a student out of the class, or back in; what was handed in and graded stays.

    Pages, figures and exports leave the student out and say so.
    """
    decide("withdrawn", "" if back else "yes", **given)


@click.command()
@book_argument
@_student_or_all
@who_option
@reason_option
def hold(**given: Any) -> None:  # noqa: ANN401 - options
    """Hold the mark of a STUDENT back, or all marks, until they are released.

    No export, no report and no student's page has what is held back; the class page has.
    """
    decide("held", "yes", **given)


@click.command()
@book_argument
@_student_or_all
@who_option
@reason_option
def release(**given: Any) -> None:  # noqa: ANN401 - options
    """Release the mark of a STUDENT, or all marks, that were held back."""
    decide("held", "", **given)
