"""``grader verify``: the proof of an assignment."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.commands.options import assignment_option, jobs_option
from grader.ending import fail


@click.command()
@click.option("--all", "everything", is_flag=True, help="Show every failure and every case.")
@jobs_option
@assignment_option
@click.option(
    "--allow-weak-sandbox", is_flag=True, help="Prove it even where private cases are refused."
)
def verify(folder: Path | None, jobs: int, *, everything: bool, allow_weak_sandbox: bool) -> None:
    """Prove an assignment: right answers, blank notebooks, known mistakes, hints and cases.

    Exit codes: 0 proven, 1 not proven, 2 a usage error, 3 the grader itself failed.
    """
    from grader.verify.command import run

    sys.exit(run(folder, jobs, fail, everything=everything, allow_weak=allow_weak_sandbox))
