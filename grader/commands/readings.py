"""``grader readings``: the readings as pages."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commandline.options import assignment_option
from grader.commandline.terminal import say


@click.command()
@click.argument(
    "target", metavar="[DIR]", required=False, type=click.Path(file_okay=False, path_type=Path)
)
@assignment_option
def readings(target: Path | None, folder: Path | None) -> None:
    """Run the assignment's readings and write them as HTML pages into DIR (build/readings).

    The pages need no network and can be printed. Their pictures are slides to hand out, too.
    """
    from grader.assignment import places
    from grader.authoring import reading_pages as pages

    root = places.find_assignment(folder)
    for path in pages.write_readings(root, target or root / "build" / "readings"):
        say(f"written: {path}")
