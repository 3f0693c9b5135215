"""Looking into a gradebook: its students, what is behind a mark, and whether it comes again."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.commandline.options import assignment_option, weak_option
from grader.commandline.terminal import say
from grader.commands.gradebook.arguments import book_argument, opened, student_argument
from grader.errors import BELOW, GRADED


@click.command("list")
@book_argument
def list_(book: Path) -> None:
    """A line for each student: points, days late, what is to know."""
    from grader.gradebook.roster import row_of

    with opened(book) as gradebook:
        policy = gradebook.policy()
        for name in gradebook.students():
            row = row_of(gradebook, name, policy)
            points = "-" if row.points is None else str(row.points)
            late = f"  {row.late.days} d late" if row.late.days else ""
            by_hand = f"  set by {row.override.who}" if row.override else ""
            said = ["held back" if row.held else "", row.withdrawn, row.reason]
            told = "".join(f"  {words}" for words in said if words)
            say(
                f"{name[:20]:<20} {row.student.name[:28]:<28} {points:>5}{late}{by_hand}{told}"[
                    :118
                ]
            )


@click.command()
@book_argument
@student_argument
def show(book: Path, student: str) -> None:
    """All that a student handed in and what came of it, nothing left out."""
    from grader.gradebook.explain import history

    with opened(book) as gradebook:
        say(history(gradebook, student), newline=False)


@click.command()
@book_argument
@student_argument
def explain(book: Path, student: str) -> None:
    """Why a student has these points: cases, late days, overrides, and what it rests on."""
    from grader.gradebook.explain import explain_mark

    with opened(book) as gradebook:
        say(explain_mark(gradebook, student), newline=False)


@click.command()
@book_argument
@student_argument
@assignment_option
@weak_option
def repeat(book: Path, student: str, folder: Path | None, *, allow_weak_sandbox: bool) -> None:
    """Grade a student's chosen attempt again, from the gradebook's own copy, and compare.

    Exit codes: 0 the same; 1 something differs; 2 it cannot be repeated.
    """
    from grader.batch.repeat import repeat_grading

    with opened(book) as gradebook:
        same, words = repeat_grading(gradebook, student, folder, allow_weak=allow_weak_sandbox)
    say(words, newline=False)
    sys.exit(GRADED if same else BELOW)
