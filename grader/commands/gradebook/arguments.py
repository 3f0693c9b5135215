"""Arguments that commands of a gradebook share, and opening its file."""

from __future__ import annotations

import getpass
import math
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.texts import printable

if TYPE_CHECKING:
    from grader.gradebook import Gradebook
    from grader.gradebook.records import Kind


def without_controls(_: object, __: object, text: str | None) -> str | None:
    """An argument without characters that no name has, such as bytes that are no UTF-8."""
    return None if text is None else printable(text)


def book_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the gradebook's path; the command receives it as ``book``."""
    kind = click.Path(path_type=Path, dir_okay=False)
    return click.argument("book", type=kind, metavar="GRADEBOOK")(command)


def student_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add a student, by id, name or a part; the command receives it as ``student``."""
    return click.argument("student", metavar="STUDENT", callback=without_controls)(command)


def points_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add points that may be left out; the command receives them as ``points``."""
    return click.argument("points", type=float, required=False, callback=_finite)(command)


def _finite(_: object, __: object, points: float | None) -> float | None:
    if points is not None and not math.isfinite(points):
        raise click.BadParameter("points are a number")
    return points


who_option = click.option(
    "--who", required=True, callback=without_controls, help="Who does this; it is kept."
)
by_option = click.option(
    "--by",
    "who",
    metavar="NAME",
    callback=lambda _, __, name: printable(name) if name else getpass.getuser(),
    help="Who marks; it is kept. Otherwise the name of who is logged in here.",
)
why_option = click.option(
    "--why", required=True, callback=without_controls, help="The reason; it is kept."
)
reason_option = click.option(
    "--why", default="", callback=without_controls, help="The reason; it is kept."
)


def open_gradebook(path: Path) -> Gradebook:
    """The gradebook in this file."""
    from grader.gradebook import Gradebook  # not needed for --help

    return Gradebook(path)


def decide(kind: Kind, text: str, *, book: Path, student: str, who: str, why: str) -> None:
    """Add a decision about a student, or about everybody.

    Args:
        kind: the kind of the decision.
        text: its text, as ``Decision`` has it.
        book: the gradebook's path.
        student: an id, a name or a part of one; empty for everybody.
        who: the person who decides.
        why: the reason.
    """
    from grader.gradebook.people import student_meant
    from grader.gradebook.records import Decision

    with open_gradebook(book) as gradebook:
        name = student_meant(gradebook, student) if student else ""
        gradebook.decide(Decision(student=name, kind=kind, text=text, who=who, why=why))
