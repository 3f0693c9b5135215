"""``grader verify``: the proof of an assignment."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from grader.commandline.options import assignment_option, jobs_option, weak_option
from grader.commandline.progress import bar
from grader.commandline.terminal import say
from grader.errors import BELOW, GRADED, GraderError


@click.command()
@click.argument("targets", nargs=-1, metavar="[EXERCISE[/ENTRY]]...")
@click.option("--all", "everything", is_flag=True, help="Show every failure and every case.")
@click.option(
    "--draws",
    default=50,
    show_default=True,
    type=click.IntRange(1, 100_000),
    help="How often each private case is drawn, to see that no easy answer is right.",
)
@jobs_option
@assignment_option
@weak_option
def verify(
    targets: tuple[str, ...],
    folder: Path | None,
    draws: int,
    jobs: int,
    *,
    everything: bool,
    allow_weak_sandbox: bool,
) -> None:
    """Prove an assignment: right answers, blank notebooks, known mistakes, hints and cases.

    An assignment of own tests has no catalogue. Tried are its reference, the blank notebook,
    constant answers, and an object that agrees with everything; each test that one of these passes
    is named with its place.

    With names: only the known mistakes and accepted answers of that exercise, or only that one
    entry, which takes seconds.

    Exit codes: 0 proven, 1 not proven, 2 a usage error, 3 the grader itself failed.
    """
    # The libraries of the authors' side take a while; the other commands' help does without.
    from grader.assignment import loading, places
    from grader.authoring import building as authoring
    from grader.grading.grader import Options
    from grader.verify import test_claims
    from grader.verify.prove import prove, prove_part
    from grader.verify.table import table

    root = places.find_assignment(folder)
    suite = loading.load_assignment(root)
    if not suite.has_private and not suite.tests:
        raise GraderError(f"there is no secret part in {root}, so there is nothing to prove")
    options = Options(allow_weak_sandbox=allow_weak_sandbox)
    with bar("proving") as tell:
        if suite.tests:
            if targets:
                raise GraderError("this assignment has no catalogue: call grader verify by itself")
            proof = test_claims.prove(root, suite, options, tell)
        elif targets:
            proof = prove_part(suite, targets, options, jobs, tell, draws)
        else:
            books = authoring.graded_notebooks(root)
            solved, blank = tuple(path for path, _ in books), tuple(path for _, path in books)
            proof = prove(root, suite, solved, blank, options, jobs, tell, draws)
    say(table(proof, everything=everything), newline=False)
    sys.exit(GRADED if proof.holds else BELOW)
