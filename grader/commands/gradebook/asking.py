"""Asking for a confirmation before points that are hardly meant are set."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from grader.errors import GraderError

if TYPE_CHECKING:
    from grader.report import Points

force_option = click.option(
    "--force", is_flag=True, help="Set the points, whatever they are, without asking back."
)


class NotSetError(GraderError):
    """Points are out of range, and it was not confirmed that they are meant."""


def check_range(points: Points, most: Points, step: Points) -> None:
    """Ask back if points are out of range; without a terminal, refuse them.

    Args:
        points: the points to be set.
        most: the points that the part is worth.
        step: the number that marks are multiples of; 0 if any part of a point may be given.

    Raises:
        NotSetError: the points are not meant, or there is no terminal to ask at.
    """
    from grader.gradebook.marks import out_of_range

    odd = out_of_range(points, most, step)
    if not odd:
        return
    if not sys.stdin.isatty():
        raise NotSetError(f"{odd}; with --force it is set all the same. Nothing was set")
    if not click.confirm(f"{odd}. Set it all the same?", err=True):
        raise NotSetError("nothing was set")
