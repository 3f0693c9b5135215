"""``grader build``: the notebooks from their sources."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.commandline.options import assignment_option
from grader.commandline.terminal import say
from grader.errors import BELOW, GRADED


@click.command()
@click.option(
    "--check", is_flag=True, help="Write nothing; exit with 1 if a notebook is out of date."
)
@assignment_option
def build(folder: Path | None, *, check: bool) -> None:
    """Make the student's and the solution notebooks from their sources."""
    from grader.assignment import places
    from grader.authoring import building as authoring

    root = places.find_assignment(folder)
    changed = authoring.stale(root) if check else authoring.write(root)
    for path in changed:
        say(f"{'out of date' if check else 'written'}: {path.relative_to(root)}")
    if not changed:
        say("all notebooks are up to date")
    sys.exit(BELOW if check and changed else GRADED)
