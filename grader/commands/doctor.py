"""``grader doctor``: how safe it is to grade here."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.commandline.options import assignment_option
from grader.commandline.terminal import say
from grader.errors import BELOW, GRADED

NEWEST = (3, 13)  # of the versions of Python that are supported


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print what was found for a program.")
@assignment_option
def doctor(folder: Path | None, *, as_json: bool) -> None:
    """Try what a submission must not do, and say how safe it is to grade here.

    Exit codes: 0 the level is full or strong; 1 it is weak or none.
    """
    from grader.assignment import places
    from grader.doctor import decoys

    try:
        support = places.support(places.find_assignment(folder))
    except places.AssignmentError:
        if folder is not None:
            raise
        support = None  # how safe it is shows without one
    zygote = decoys.start_marked_zygote(
        support
    )  # it is under way while this process imports the rest
    from grader.doctor import checkup as doctors

    checkup = doctors.check_up(support, zygote=zygote)
    say(doctors.as_json(checkup) if as_json else doctors.as_text(checkup), newline=False)
    if not as_json and sys.version_info[:2] < NEWEST:
        newest, here = (".".join(map(str, version[:2])) for version in (NEWEST, sys.version_info))
        say(f"\nPython {here} cannot read what newer versions can: grade with {newest} if students")
        say("write with a newer one, as in Colab.")
    sys.exit(GRADED if checkup.level in ("full", "strong") else BELOW)
