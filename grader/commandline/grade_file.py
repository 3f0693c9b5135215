"""Grading one file: progress, and the report written to its targets."""

from __future__ import annotations

from pathlib import Path

import msgspec

from grader.assignment import loading
from grader.commandline.delivery import Delivery
from grader.commandline.terminal import one_line
from grader.errors import GRADED, OURS, GraderError
from grader.grading.grader import Options
from grader.grading.unreadable import unreadable
from grader.protocol.limits import Limits
from grader.sandbox.launch import StartedZygote
from grader.sandbox.zygotes import Zygotes
from grader.submissions.reading import SubmissionError
from grader.workers.pool import Pool


class Plan(msgspec.Struct, frozen=True):
    """The options of a run, as given on the command line."""

    files: tuple[Path, ...]
    targets: tuple[str, ...]
    root: Path
    limits: Limits
    jobs: int
    student: bool
    run_all: bool
    allow_weak_sandbox: bool = False
    hints: int = 1
    exact_training: bool = False
    spare: StartedZygote | None = None

    @property
    def options(self) -> Options:
        """The options for grading."""
        return Options(
            self.limits, self.run_all, self.allow_weak_sandbox, self.hints, self.exact_training
        )


def run_file(plan: Plan) -> tuple[int, float, float]:
    """Grade the one file and write the reports.

    Returns:
        The exit code, the points, and the points of the required exercises.

    Raises:
        GraderError: the file cannot be graded.
    """
    (path,) = plan.files
    try:
        delivery = Delivery(plan.targets, many=False)
        suite = loading.load_assignment(plan.root)
    except GraderError:
        Zygotes(spare=plan.spare).close()  # the process was started for nothing
        raise
    with Pool(suite, plan.options, plan.spare) as pool, one_line() as rewrite:
        try:
            report = pool.grade(path, lambda what: rewrite(f"{path.name}: {what}"))
        except SubmissionError as error:  # platforms that wait still get a report
            delivery.refuse(unreadable(suite, path.name, str(error)), path)
            raise
    delivery.put(report.for_student() if plan.student or not suite.has_private else report, path)
    delivery.close()
    return OURS if report.errored else GRADED, report.total.sum, report.total.points
