"""Grading from Python, as the command does it: in a worker, within limits."""

from __future__ import annotations

from pathlib import Path

from grader.assignment import loading, places
from grader.grading.grader import Options
from grader.protocol.limits import Limits
from grader.report import Report
from grader.workers.pool import Pool


def grade(
    path: str | Path,
    *,
    assignment_folder: str | Path | None = None,
    limits: Limits | None = None,
    run_all: bool = False,
    allow_weak_sandbox: bool = False,
    private: bool = True,
    exact_training: bool = False,
) -> Report:
    """Grade one notebook or script: ``grade("submit.ipynb").total.sum``.

    Args:
        path: the file.
        assignment_folder: the assignment; found as on the command line if it is not given.
        limits: what the submission may use.
        run_all: run every cell, not only those the exercises need.
        allow_weak_sandbox: run the private cases even where a submission could get at them.
        private: run the private cases where they are; the public ones alone otherwise.
        exact_training: have Keras itself train every model.

    Raises:
        grader.submissions.reading.SubmissionError: the file cannot be graded.
        grader.assignment.places.AssignmentError: there is no assignment to grade against.
        grader.grading.admission.WeakSandboxError: private cases are not run here.
        grader.sandbox.zygotes.SandboxError: no process can be had to grade in.
    """
    root = places.find_assignment(Path(assignment_folder) if assignment_folder else None)
    options = Options(
        limits or Limits(), run_all, allow_weak_sandbox, exact_training=exact_training
    )
    with Pool(loading.load_assignment(root, private=private), options) as pool:
        return pool.grade(Path(path))
