"""The command ``grader verify``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from grader import assignment, places
from grader.authoring import build as authoring
from grader.diagnosis.catalogue import CatalogueError
from grader.ending import BELOW, GRADED, OURS, USAGE
from grader.grading.attempt import WeakSandboxError
from grader.grading.grader import Options
from grader.progress import bar
from grader.sandbox.zygotes import SandboxError
from grader.submissions.reading import SubmissionError
from grader.verify.prove import prove, table

_PROVEN, _NOT_PROVEN = GRADED, BELOW


def run(
    folder: Path | None,
    jobs: int,
    fail: Callable[..., NoReturn],
    *,
    everything: bool,
    allow_weak: bool,
) -> int:
    """Prove the assignment and print the table.

    Args:
        folder: the assignment's; found as when grading if it is None.
        jobs: how many submissions at a time.
        fail: ends the command with a sentence and an exit code.
        everything: whether every failure is shown.
        allow_weak: whether private cases are run in a weak sandbox.

    Returns:
        The exit code.
    """
    try:
        root = places.find(folder)
        suite = assignment.load(root)
    except places.AssignmentError as error:
        fail(str(error))
    if not suite.has_private:
        fail(f"there is no secret part in {root}, so there is nothing to prove", USAGE)
    pairs = authoring.graded_notebooks(root)
    options = Options(allow_weak_sandbox=allow_weak)
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
    return _PROVEN if proof.holds else _NOT_PROVEN
