"""The report on a file that cannot be graded, for platforms that wait for an answer."""

from __future__ import annotations

import msgspec

from grader import __version__
from grader.report import CaseResult, Provenance, Report, exercise_result, new_report
from grader.suite import Case, Suite


def unreadable(suite: Suite, name: str, reason: str, digest: str = "") -> Report:
    """A report without points in which nothing was asked.

    Args:
        suite: the cases that would have been asked.
        name: the file's name.
        reason: a sentence to the student.
        digest: the digest of the code cells, where they could be read.
    """
    exercises = tuple(
        exercise_result(
            exercise.name,
            exercise.title,
            tuple(map(_unasked, suite.of(exercise))),
            (),
            extra=exercise.extra,
        )
        for exercise in suite.exercises
    )
    provenance = Provenance(
        submission=name,
        digest=digest,
        assignment=suite.title,
        assignment_digest=suite.digest,
        grader=__version__,
        libraries={},
        sandbox=(),
        level="none",
        private_cases=suite.has_private,
        ran_everything=False,
        seconds=0.0,
    )
    return msgspec.structs.replace(new_report(exercises, (), (reason,), provenance), refused=reason)


def _unasked(case: Case) -> CaseResult:
    return CaseResult(
        id=case.id,
        title=case.title,
        status="skipped",
        points=case.points,
        earned=0,
        private=case.private,
    )
