"""Looking into a gradebook: its students, what is behind a mark, and grading it again."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from grader.commandline.options import assignment_option, weak_option
from grader.commandline.terminal import say
from grader.commands.gradebook.arguments import (
    book_argument,
    open_gradebook,
    student_argument,
    without_controls,
)
from grader.errors import BELOW, GRADED


@click.command("list")
@book_argument
@click.option(
    "--sort",
    "order",
    type=click.Choice(["id", "name", "points", "late"]),
    default="id",
    show_default=True,
    help="By what; the fewest points, or the most days late, first.",
)
@click.option("--below", type=float, metavar="POINTS", help="Those with fewer points alone.")
@click.option("--without-points", is_flag=True, help="Those without points alone.")
@click.option("--late", is_flag=True, help="Those who are late alone.")
@click.option(
    "--name",
    default="",
    metavar="TEXT",
    callback=without_controls,
    help="Those alone with this in id, name or address.",
)
def list_(book: Path, **chosen: Any) -> None:  # noqa: ANN401 - options
    """A line for each student: points of how many, days late, what is to know."""
    from grader.gradebook.listing import Choice, class_table

    with open_gradebook(book) as gradebook:
        for line in class_table(gradebook, Choice(**chosen)):
            say(line)


@click.command()
@book_argument
@student_argument
def show(book: Path, student: str) -> None:
    """All that a student handed in and what came of it, nothing left out."""
    from grader.gradebook.explain import history

    with open_gradebook(book) as gradebook:
        say(history(gradebook, student), newline=False)


@click.command()
@book_argument
@student_argument
def explain(book: Path, student: str) -> None:
    """Why a student has these points: cases, late days, overrides, and what it rests on."""
    from grader.gradebook.explain import explain_mark

    with open_gradebook(book) as gradebook:
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

    with open_gradebook(book) as gradebook:
        same, words = repeat_grading(gradebook, student, folder, allow_weak=allow_weak_sandbox)
    say(words, newline=False)
    sys.exit(GRADED if same else BELOW)
