"""Grading: a submission and a suite give a report. The data moves one way, as in the README."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from grader import __version__, assignment
from grader.attempt import Attempt
from grader.border.limits import Limits
from grader.report import ExerciseResult, Provenance, Report, report
from grader.sandbox.launch import Started
from grader.sandbox.zygotes import Zygotes
from grader.submission import Submission, read
from grader.suite import Suite


@dataclass(frozen=True)
class Options:
    """How to grade."""

    limits: Limits = Limits()  # noqa: RUF009 - it is frozen
    run_all: bool = False


class Grader:
    """Grades submissions to one assignment, from several threads if need be.

    Use as a context manager: it holds the warm processes that submissions are forked from.
    """

    def __init__(
        self, suite: Suite, options: Options | None = None, spare: Started | None = None
    ) -> None:
        self.suite = suite
        self.options = options or Options()
        self.zygotes = Zygotes(spare)

    def grade(self, path: Path, on_progress: Callable[[str], None] | None = None) -> Report:
        """Grade one file.

        Args:
            path: the notebook or script.
            on_progress: told in a few words what happens.

        Raises:
            SubmissionError: the file cannot be graded.
            SandboxError: no process can be had to grade in.
        """
        tell = on_progress or (lambda _: None)
        began = time.monotonic()
        submission = read(path, self.options.limits)
        attempt = self._attempt(submission, tell, everything=self.options.run_all)
        exercises = attempt.grade()
        if attempt.lacks_names() and attempt.slice.skipped:
            # A name was not there that the whole notebook may well define: give it the chance.
            tell("once more with every cell")
            whole = self._attempt(submission, tell, everything=True)
            again = whole.grade()
            if _earned(again) >= _earned(exercises):
                attempt, exercises = whole, again
        return report(
            exercises,
            attempt.troubles(),
            self._notes(attempt),
            self._provenance(submission, attempt, time.monotonic() - began),
        )

    def close(self) -> None:
        """End the warm processes."""
        self.zygotes.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _attempt(
        self, submission: Submission, tell: Callable[[str], None], *, everything: bool
    ) -> Attempt:
        limits = self.options.limits
        return Attempt(submission, self.suite, self.zygotes, limits, tell, everything=everything)

    def _notes(self, attempt: Attempt) -> tuple[str, ...]:
        notes = []
        if not self.suite.has_private:
            notes.append("Only the public cases were run: the instructor's are not here.")
        if attempt.ran_everything and not self.options.run_all:
            notes.append("Every cell was run, because a name was missing with the needed ones.")
        return tuple(notes)

    def _provenance(self, submission: Submission, attempt: Attempt, seconds: float) -> Provenance:
        return Provenance(
            submission=submission.name,
            digest=submission.digest,
            assignment=self.suite.title,
            assignment_digest=self.suite.digest,
            grader=__version__,
            libraries={"python": platform.python_version(), **attempt.versions},
            sandbox=attempt.layers,
            private_cases=self.suite.has_private,
            ran_everything=attempt.ran_everything,
            seconds=round(seconds, 3),
        )


def _earned(exercises: tuple[ExerciseResult, ...]) -> int:
    """To compare two attempts; the report's total is added up in the report."""
    return sum(one.earned for one in exercises)


def grade(
    path: str | Path,
    *,
    assignment_folder: str | Path | None = None,
    limits: Limits | None = None,
    run_all: bool = False,
) -> Report:
    """Grade one notebook or script: ``grade("submit.ipynb").total.sum``.

    Args:
        path: the file.
        assignment_folder: the assignment; found as on the command line if it is not given.
        limits: what the submission may use.
        run_all: run every cell, not only those the exercises need.

    Raises:
        grader.submission.SubmissionError: the file cannot be graded.
        grader.assignment.AssignmentError: there is no assignment to grade against.
        grader.sandbox.zygotes.SandboxError: no process can be had to grade in.
    """
    root = assignment.find(Path(assignment_folder) if assignment_folder else None)
    options = Options(limits or Limits(), run_all)
    with Grader(assignment.load(root), options) as grader:
        return grader.grade(Path(path))
