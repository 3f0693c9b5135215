"""The units of work of a class run: reading a file, and grading a submission."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

import msgspec

from grader.errors import GraderError
from grader.grading.admission import WeakSandboxError
from grader.grading.unreadable import unreadable
from grader.intake.collect import HandedIn
from grader.intake.found_files import UnreadableError
from grader.report import Report
from grader.sandbox.sandbox_error import SandboxError
from grader.submissions.reading import SubmissionError
from grader.suite import Suite
from grader.workers.worker import Worker
from grader.workers.worker_messages import WasRead


class Reading(msgspec.Struct, frozen=True):
    """The result of reading a file.

    Attributes:
        submission: its code cells; None if the file cannot be graded.
        reason: why it cannot be graded; empty if it can.
    """

    submission: WasRead | None
    reason: str = ""


class Job(msgspec.Struct, frozen=True):
    """A submission that is to be graded.

    Attributes:
        name: the file's name.
        submission: the code cells.
        only: the exercises to ask; empty for all.
        old: the earlier report, from which the results of the other exercises are kept.
    """

    name: str
    submission: WasRead
    only: tuple[str, ...] = ()
    old: Report | None = None


class Done(msgspec.Struct, frozen=True):
    """A job with its result.

    Attributes:
        job: the job.
        report: the report; None if the grader failed. A submission that takes too much to judge
            has a report without points that says so.
        reason: why the grader failed; empty otherwise.
    """

    job: Job
    report: Report | None
    reason: str = ""


Note = Callable[[HandedIn, Reading], Job | None]
"""A function that notes a file and what was read of it; it returns the job if there is one."""


class WorkersError(GraderError):
    """No worker can be had; the message says what to do."""


class Workers(Protocol):
    """The processes that read and grade a class, on this machine or on others."""

    def run(self, handed_in: Sequence[HandedIn], note: Note) -> Iterator[Done]:
        """Read all files, and grade what is to be graded in whatever order it is done.

        Args:
            handed_in: the files.
            note: is called in this thread, for each file in turn, in their order.

        Raises:
            WeakSandboxError: private cases are not run here.
        """

    def close(self) -> None:
        """End all processes."""


def read_handed_in(worker: Worker, file: HandedIn, most: int) -> Reading:
    """Have a worker read a file; if it cannot be graded, the result has the reason.

    Args:
        worker: the worker.
        file: the file.
        most: limit on its size, in bytes.
    """
    if file.reason:
        return Reading(None, file.reason)
    try:
        return Reading(worker.read(file.submitter.file, file.entry.read(most)))
    except (UnreadableError, SubmissionError) as error:
        return Reading(None, str(error))
    except GraderError as error:
        return Reading(None, _blameless(error))


def grade_job(suite: Suite, worker: Worker, job: Job, *, was_read: bool) -> Done:
    """Do a job; if the grader fails, the result has the reason, and other jobs are not affected.

    Args:
        suite: the assignment.
        worker: the worker.
        job: the job.
        was_read: whether the worker has just read that submission.

    Raises:
        WeakSandboxError: no private case is run here, whatever the submission.
    """
    try:
        if not was_read:
            worker.take(job.name, job.submission.sources)
        return Done(job, worker.grade(job.only, job.old))
    except SubmissionError as error:
        return Done(job, unreadable(suite, job.name, str(error), job.submission.digest))
    except WeakSandboxError:
        raise
    except GraderError as error:
        return Done(job, None, _blameless(error))


def _blameless(error: GraderError) -> str:
    """The reason for a failure, which says that the submission is not at fault."""
    if isinstance(error, SandboxError):
        return f"it could not be graded, by no fault of it: {error}"
    return str(error)
