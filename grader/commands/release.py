"""``grader release``: the student's package."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.commandline.options import assignment_option


@click.command()
@click.argument("target", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--no-run", is_flag=True, help="Do not run the notebooks.")
@assignment_option
def release(target: Path, folder: Path | None, *, no_run: bool) -> None:
    """Make the student's package in the new or empty folder DIR: a folder and a zip archive.

    It is searched for what is in the secret folder, by content, and its notebooks are run, blank
    and filled in. If anything speaks against it, nothing is written.

    Exit codes: 0 released; 1 refused, and why; 2 a usage error; 3 the grader itself failed.
    """
    from grader.release.releasing import run

    sys.exit(run(target, folder, play=not no_run))
