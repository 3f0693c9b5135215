"""``grader export``: the marks of a class for the gradebook of a learning platform."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commandline.terminal import say


@click.command()
@click.argument("gradebook", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--to",
    "targets",
    multiple=True,
    required=True,
    metavar="FORMAT=PATH",
    help="What to write, and where. Repeatable. grader formats lists them.",
)
@click.option(
    "--sheet",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="The sheet that was downloaded from the platform, to be filled in. It is only read.",
)
@click.option("--column", default="", help="The sheet's column for the points, by its whole name.")
@click.option(
    "--skip",
    multiple=True,
    metavar="STUDENT",
    help="The id of a student who is left out, such as one who is not in the sheet. Repeatable.",
)
@click.option(
    "--zero-for-missing",
    is_flag=True,
    help="Enter 0 for who handed in nothing. Otherwise they have no points, and a sheet keeps what "
    "it has.",
)
def export(
    gradebook: Path,
    targets: tuple[str, ...],
    sheet: Path | None,
    column: str,
    skip: tuple[str, ...],
    *,
    zero_for_missing: bool,
) -> None:
    """Write a class's marks for the gradebook of a learning platform.

    Nothing is written if a student is not in the sheet, or anything else does not fit. Marks that
    are held back are left out until they are released.
    """
    from grader.gradebook import read_class
    from grader.sheets.class_targets import with_zeros, write_to_targets

    whole = read_class(gradebook)
    if zero_for_missing:
        whole = with_zeros(whole)
    for line in write_to_targets(whole, targets, sheet, column, skip):
        say(line)
