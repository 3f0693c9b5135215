"""Arguments that commands of a gradebook share, and opening its file."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader.texts import printable

if TYPE_CHECKING:
    from grader.gradebook import Gradebook


def without_controls(_: object, __: object, text: str | None) -> str | None:
    """An argument without what no name holds, such as bytes that are no UTF-8."""
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
why_option = click.option(
    "--why", required=True, callback=without_controls, help="The reason; it is kept."
)


def opened(path: Path) -> Gradebook:
    """The gradebook in this file."""
    from grader.gradebook import Gradebook  # not needed for --help

    return Gradebook(path)
