"""``grader verify``: the proof of an assignment."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.commandline.ending import BELOW, GRADED, OURS, USAGE, fail
from grader.commandline.options import assignment_option, jobs_option
from grader.commandline.progress import bar


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
    # The libraries of the authors' side take a while; the other commands' help does without.
    from grader.assignment import loading, places
    from grader.authoring import build as authoring
    from grader.diagnosis.catalogue import CatalogueError
    from grader.grading.attempt import WeakSandboxError
    from grader.grading.grader import Options
    from grader.sandbox.zygotes import SandboxError
    from grader.submissions.reading import SubmissionError
    from grader.verify.prove import prove, table

    try:
        root = places.find(folder)
        suite = loading.load(root)
    except places.AssignmentError as error:
        fail(str(error))
    if not suite.has_private:
        fail(f"there is no secret part in {root}, so there is nothing to prove", USAGE)
    pairs = authoring.graded_notebooks(root)
    options = Options(allow_weak_sandbox=allow_weak_sandbox)
    try:
        with bar("proving") as tell:
            proof = prove(
                root,
                suite,
                tuple(solved for solved, _ in pairs),
                tuple(blank for _, blank in pairs),
                options,
                jobs,
                tell,
            )
    except (CatalogueError, SubmissionError, WeakSandboxError) as error:
        fail(str(error), USAGE)
    except SandboxError as error:
        fail(f"the assignment could not be tried: {error}", OURS)
    sys.stdout.write(table(proof, everything=everything))
    sys.exit(GRADED if proof.holds else BELOW)
