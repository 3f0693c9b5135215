"""``grader gradebook``: look into a gradebook, explain a mark, change one with a trace."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.commandline.options import assignment_option, weak_option
from grader.commandline.terminal import say
from grader.commandline.whole_help import WholeHelp
from grader.errors import BELOW, GRADED
from grader.texts import printable

if TYPE_CHECKING:
    from grader.gradebook import Gradebook

_EXAMPLES = """
\b
Examples:
  grader gradebook list class.gradebook             a line for each student
  grader gradebook explain class.gradebook jane     why 62?
  grader gradebook show class.gradebook jane        the whole history
  grader gradebook override class.gradebook jane 70 --who "A. Roe" --why "..."
  grader gradebook policy class.gradebook --attempts best --who "A. Roe" \\
      --deadline 2026-11-30T23:59+01:00 --per-day 10
  grader gradebook repeat class.gradebook jane      grade it again and compare
  grader export class.gradebook --to csv=points.csv
"""


@click.group(cls=WholeHelp, epilog=_EXAMPLES)
def gradebook() -> None:
    """Look into a gradebook, explain a mark, set one by hand.

    Nothing in a gradebook is ever overwritten: what is changed is added, and the newest counts.
    """


def _book(command: Callable[..., Any]) -> Callable[..., Any]:
    kind = click.Path(path_type=Path, dir_okay=False)
    return click.argument("book", type=kind, metavar="GRADEBOOK")(command)


def _student(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.argument("student", metavar="STUDENT", callback=_printable)(command)


def _printable(_: object, __: object, text: str | None) -> str | None:
    """An argument without what no name holds, such as bytes that are no UTF-8."""
    return None if text is None else printable(text)


_who = click.option("--who", required=True, callback=_printable, help="Who does this; it is kept.")


def _opened(path: Path) -> Gradebook:
    from grader.gradebook import Gradebook  # not needed for --help

    return Gradebook(path)


@gradebook.command("list")
@_book
def list_(book: Path) -> None:
    """A line for each student: points, days late, what is to know."""
    from grader.gradebook.roster import row_of

    with _opened(book) as opened:
        policy = opened.policy()
        for name in opened.students():
            row = row_of(opened, name, policy)
            points = "-" if row.points is None else str(row.points)
            late = f"  {row.late.days} d late" if row.late.days else ""
            by_hand = f"  set by {row.override.who}" if row.override else ""
            told = f"  {row.reason}" if row.reason else ""
            say(
                f"{name[:20]:<20} {row.student.name[:28]:<28} {points:>5}{late}{by_hand}{told}"[
                    :118
                ]
            )


@gradebook.command()
@_book
@_student
def show(book: Path, student: str) -> None:
    """All that a student handed in and what came of it, nothing left out."""
    from grader.gradebook.explain import history

    with _opened(book) as opened:
        say(history(opened, student), newline=False)


@gradebook.command()
@_book
@_student
def explain(book: Path, student: str) -> None:
    """Why a student has these points: cases, late days, overrides, and what it rests on."""
    from grader.gradebook.explain import explain_mark

    with _opened(book) as opened:
        say(explain_mark(opened, student), newline=False)


@gradebook.command()
@_book
@_student
@click.argument("points", type=int, required=False)
@click.option("--withdraw", is_flag=True, help="Take an earlier override back.")
@_who
@click.option("--why", required=True, callback=_printable, help="The reason; it is kept.")
def override(
    book: Path, student: str, points: int | None, who: str, why: str, *, withdraw: bool
) -> None:
    """Set a student's POINTS by hand, or take that back."""
    if (points is None) is not withdraw:
        raise click.UsageError("give the points, or --withdraw")
    with _opened(book) as opened:
        opened.override(student, points, who, why)


@gradebook.command()
@_book
@click.option("--attempts", type=click.Choice(["last", "best"]), help="Which attempt counts.")
@click.option("--deadline", metavar="TIME", help="Like 2026-11-30T23:59+01:00; empty for none.")
@click.option("--grace", type=click.IntRange(0), help="Minutes after it that cost nothing.")
@click.option("--per-day", type=click.IntRange(0, 100), help="Percent for each started day.")
@click.option("--most-days", type=click.IntRange(0), help="After these nothing is left.")
@click.option("--who", default="", callback=_printable, help="Who changes it; needed for a change.")
def policy(book: Path, who: str, **given: Any) -> None:  # noqa: ANN401 - options
    """Show, or change, which attempt counts and what being late costs."""
    import msgspec

    from grader.gradebook.policy import time_with_zone

    names = {"grace": "grace_minutes", "per_day": "percent_per_day"}
    changed = {names.get(key, key): value for key, value in given.items() if value is not None}
    if changed and not who:
        raise click.UsageError("a change needs --who")
    with _opened(book) as opened:
        if changed.get("deadline"):
            time_with_zone(changed["deadline"])
        if changed:
            opened.set_policy(msgspec.structs.replace(opened.policy(), **changed), who)
        say(opened.policy().sentence())


@gradebook.command()
@_book
@_student
@assignment_option
@weak_option
def repeat(book: Path, student: str, folder: Path | None, *, allow_weak_sandbox: bool) -> None:
    """Grade a student's chosen attempt again, from the gradebook's own copy, and compare.

    Exit codes: 0 the same; 1 something differs; 2 it cannot be repeated.
    """
    from grader.batch.repeat import repeat_grading

    with _opened(book) as opened:
        same, words = repeat_grading(opened, student, folder, allow_weak=allow_weak_sandbox)
    say(words, newline=False)
    sys.exit(GRADED if same else BELOW)
