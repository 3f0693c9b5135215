"""``grader gradebook mark``: points and comments of a person for an exercise or an answer."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commandline.terminal import say
from grader.commands.gradebook.arguments import (
    book_argument,
    by_option,
    open_gradebook,
    points_argument,
    student_argument,
    without_controls,
)
from grader.commands.gradebook.asking import check_range, force_option

_EXAMPLES = """
\b
Examples:
  grader gradebook mark class.gradebook jane essay 7 --comment "Well argued."
  grader gradebook mark class.gradebook jane lab/question-2 1.5 --by "A. Roe"
  grader gradebook mark class.gradebook jane lab --comment "Name the units."
  grader gradebook mark class.gradebook jane lab --withdraw
"""


@click.command(epilog=_EXAMPLES)
@book_argument
@student_argument
@click.argument("part", metavar="EXERCISE[/ANSWER]", callback=without_controls)
@points_argument
@click.option("--comment", callback=without_controls, help="What the student is told.")
@click.option("--withdraw", is_flag=True, help="Take points and comment of this part back.")
@by_option
@force_option
def mark(
    book: Path,
    student: str,
    part: str,
    points: float | None,
    comment: str | None,
    who: str,
    *,
    withdraw: bool,
    force: bool,
) -> None:
    """Set POINTS of a student, a comment, or both, for an exercise or one answer.

    They count for the attempt that counts now. What is not given stays as it was set before, and
    points that are out of range are asked back.
    """
    from grader.gradebook.setting_marks import Change, set_mark

    if withdraw is (points is not None or comment is not None):
        raise click.UsageError("give points, a --comment or both; or --withdraw alone")
    change = Change(points=points, comment=comment, withdraw=withdraw)
    with open_gradebook(book) as gradebook:
        check = None if force else check_range
        say(set_mark(gradebook, student, part, change, who, check))
