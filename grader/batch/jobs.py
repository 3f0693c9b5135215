"""One submission as a piece of work that can be handed to a thread or to another machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

import msgspec

from grader.errors import GraderError, fault
from grader.grading.attempt import WeakSandboxError
from grader.grading.grader import Grader
from grader.report import Report
from grader.sandbox.zygotes import SandboxError
from grader.submissions.reading import Submission


class Job(msgspec.Struct, frozen=True):
    """What is to be graded.

    Attributes:
        submission: the code cells.
        only: the exercises that are to be asked; all if there are none.
        old: the earlier report from which the other exercises are kept.
    """

    submission: Submission
    only: tuple[str, ...] = ()
    old: Report | None = None


class Done(msgspec.Struct, frozen=True):
    """A job and what came of it.

    Attributes:
        job: the job.
        report: None if the grader failed.
        reason: why it failed; empty otherwise.
    """

    job: Job
    report: Report | None
    reason: str = ""


class WorkersError(GraderError):
    """There is nobody to grade; the message says what to do."""


class Workers(Protocol):
    """Whoever grades: threads of this process, or processes elsewhere."""

    def run(self, jobs: Iterable[Job]) -> Iterator[Done]:
        """Grade all, in whatever order they are done; jobs are taken as there is room for them.

        Raises:
            WeakSandboxError: private cases are not run here.
        """

    def close(self) -> None:
        """End what was started."""


def grade_job(grader: Grader, job: Job) -> Done:
    """Grade one; a failure is a reason, so that one submission never costs another.

    Raises:
        WeakSandboxError: private cases are not run here, whatever the submission.
    """
    try:
        if job.only and job.old is not None:
            return Done(job, grader.grade_again(job.submission, job.old, job.only))
        return Done(job, grader.grade_submission(job.submission))
    except WeakSandboxError:
        raise
    except SandboxError as error:
        return Done(job, None, str(error))
    except Exception as error:  # noqa: BLE001 - one file must not cost the others
        return Done(job, None, fault(error))
