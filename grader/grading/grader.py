"""Grading: a submission and a suite give a report."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec

from grader import __version__
from grader.feedback.feedback import Feedback
from grader.grading import given_cells
from grader.grading.beginnings import Doubt, doubts, without_words
from grader.grading.exercise_results import results, troubles
from grader.grading.pass_context import BASE, PassContext
from grader.grading.passes import Pass
from grader.grading.sequence import put_through
from grader.linux import kernel
from grader.protocol.layers import level
from grader.protocol.limits import Limits
from grader.protocol.messages import Training
from grader.report import (
    Provenance,
    Report,
    new_report,
    renewed,
    with_file_lines,
    with_hints,
)
from grader.sandbox.budget import Budget
from grader.sandbox.children import Children
from grader.sandbox.launch import StartedZygote
from grader.sandbox.zygotes import Zygotes
from grader.submissions.reading import Submission, read
from grader.submissions.slicing import StatementGraph
from grader.suite import Suite

if TYPE_CHECKING:
    from grader.grading.running_tests import Tested

_KEPT = "Kept from an earlier grading of the same code"


class Options(msgspec.Struct, frozen=True):
    """The options for grading.

    Attributes:
        limits: the limits of a submission.
        run_all: whether every cell is run, not only the statements that the exercises need.
        allow_weak_sandbox: whether private cases are asked although a submission could reach them.
        hints: how many hints for a known mistake are shown, up to three.
        exact_training: whether Keras itself trains every model, also where the grader could do
            the same in less time.
        without: layers of protection to leave out, for tests and measurements.
    """

    limits: Limits = Limits()
    run_all: bool = False
    allow_weak_sandbox: bool = False
    hints: int = 1
    exact_training: bool = False
    without: tuple[str, ...] = ()

    def within(self, suite: Suite) -> Options:
        """The options with the limits that an assignment sets for all its exercises."""
        limits = self.limits.changed(suite.limits.get("", {}))
        return msgspec.structs.replace(self, limits=limits)


class Grader:
    """Grades submissions to one assignment, from several threads if need be.

    Use as a context manager: it holds the warm processes that submissions are forked from.
    """

    def __init__(
        self,
        suite: Suite,
        options: Options | None = None,
        spare: StartedZygote | None = None,
        zygotes: Children | None = None,
    ) -> None:
        """A grader.

        Args:
            suite: the assignment.
            options: how to grade.
            spare: a warm process that has been started already.
            zygotes: provides the children that submissions run in, and is closed with the grader;
                without it the grader starts warm processes of its own.
        """
        if suite.has_private:
            kernel.not_dumpable()  # the cases are in this process's memory
        self.suite = suite
        self.options = (options or Options()).within(suite)
        self.places = given_cells.places(suite)
        self.feedback = Feedback(suite)
        self.zygotes: Children = zygotes or Zygotes(spare, self.options.without)

    def grade(self, path: Path, on_progress: Callable[[str], None] | None = None) -> Report:
        """Grade one file.

        Args:
            path: the notebook or script.
            on_progress: is told in a few words what happens.

        Raises:
            SubmissionError: the file cannot be graded.
            WeakSandboxError: private cases are not run here.
            SandboxError: no process can be had to grade in.
        """
        submission = read(path, self.options.limits, self.places)
        return self.grade_submission(submission, on_progress)

    def grade_submission(
        self,
        submission: Submission,
        on_progress: Callable[[str], None] | None = None,
        only: Iterable[str] = (),
    ) -> Report:
        """Grade a submission that has been read.

        Args:
            submission: the code cells.
            on_progress: is told in a few words what happens.
            only: the names of the exercises that are asked; all if there are none.

        Raises:
            WeakSandboxError: private cases are not run here.
            SandboxError: no process can be had to grade in.
        """
        tell = on_progress or (lambda _: None)
        only = tuple(only)
        suite = self.suite.only(only) if only else self.suite
        began = time.monotonic()
        options = self.options
        work = PassContext(
            submission,
            StatementGraph(submission.cells),
            suite,
            self.zygotes,
            options.limits,
            Budget(options.limits),
            tell,
            allow_weak=options.allow_weak_sandbox,
            exact_training=options.exact_training,
        )
        tested = None
        if suite.tests:  # loading what tests need takes a while, and others do without
            from grader.grading.running_tests import run_tests
            from grader.grading.verdicts import with_tests

            tested = run_tests(work)
        found = None
        if suite.cases or tested is None:
            found = put_through(work, everything=options.run_all)
        ran: Pass | Tested | None = found.usual if found else tested
        assert ran is not None  # noqa: S101 - one of the two
        exercises = results(found, submission, suite, self.feedback) if found else ()
        doubt = Doubt() if tested else doubts(exercises, submission, suite, work.graph)
        exercises = without_words(exercises) if doubt.whole else exercises
        made = new_report(
            with_tests(exercises, suite, tested, submission) if tested else exercises,
            () if doubt.whole else troubles(ran, submission, work.graph, found, suite, exercises),
            self._notes(ran, doubt.words, stood_still=(found or ran).stood_still),
            self._provenance(submission, ran, (found or ran).training, time.monotonic() - began),
        )
        return with_hints(with_file_lines(made, submission.lines), options.hints)

    def grade_again(self, submission: Submission, old: Report, only: tuple[str, ...]) -> Report:
        """Ask some exercises anew and keep what an earlier report says of the others.

        Raises:
            WeakSandboxError: private cases are not run here.
            SandboxError: no process can be had to grade in.
        """
        order = [exercise.name for exercise in self.suite.exercises]
        kept = [exercise.title for exercise in self.suite.exercises if exercise.name not in only]
        others = tuple(note for note in old.notes if not note.startswith(_KEPT))
        old = msgspec.structs.replace(old, notes=others)
        note = f"{_KEPT}: {'; '.join(kept)}."
        made = renewed(old, self.grade_submission(submission, only=only), order, note)
        return with_file_lines(made, submission.lines)

    def warm(self) -> None:
        """Warm the process with NumPy and load the hints, which the next grading may need."""
        self.zygotes.warm(BASE, self.suite.support)
        self.feedback.warm()

    def close(self) -> None:
        """End the warm processes."""
        self.zygotes.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _notes(self, ran: Pass | Tested, doubt: str, *, stood_still: bool) -> tuple[str, ...]:
        notes = [doubt] if doubt else []
        if not self.suite.has_private and not self.suite.tests:
            notes.append("Only the public cases were run: the instructor's are not here.")
        here = self.suite.points_here
        if not self.suite.has_private and here < self.suite.points:
            notes.append(f"{here:g} of the {self.suite.points:g} points can be checked here.")
        if ran.everything and isinstance(ran, Pass) and not self.options.run_all:
            notes.append("Every cell was run, because a name was missing with the needed ones.")
        titles = {exercise.name: exercise.title for exercise in self.suite.exercises}
        for name, why in ran.unasked.items() if isinstance(ran, Pass) else ():
            notes.append(f"{titles[name]} has no points because it was not asked: {why}.")
        if stood_still:
            notes.append(
                "A process did nothing at all until its time was over, which can be a library's "
                "fault; it was started once more from the beginning."
            )
        return tuple(notes)

    def _provenance(
        self, submission: Submission, ran: Pass | Tested, training: Training, seconds: float
    ) -> Provenance:
        return Provenance(
            submission=submission.name,
            digest=submission.digest,
            assignment=self.suite.title,
            assignment_digest=self.suite.digest,
            grader=__version__,
            libraries={"python": platform.python_version(), **ran.versions},
            sandbox=ran.layers,
            level=level(ran.layers),
            private_cases=self.suite.has_private,
            ran_everything=ran.everything,
            training=training,
            seconds=round(seconds, 3),
        )
