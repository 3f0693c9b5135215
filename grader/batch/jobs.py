"""What is read and what is graded, as pieces of work for a worker here or on another machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

import msgspec

from grader.errors import GraderError
from grader.grading.admission import WeakSandboxError
from grader.grading.unreadable import unreadable
from grader.intake.collect import HandedIn
from grader.intake.entries import UnreadableError
from grader.report import Report
from grader.sandbox.zygotes import SandboxError
from grader.submissions.reading import SubmissionError
from grader.suite import Suite
from grader.workers.messages import WasRead
from grader.workers.worker import Worker


class Reading(msgspec.Struct, frozen=True):
    """What came of reading a file.

    Attributes:
        submission: its code cells; None if it cannot be graded.
        reason: why not.
    """

    submission: WasRead | None
    reason: str = ""


class Job(msgspec.Struct, frozen=True):
    """What is to be graded.

    Attributes:
        name: the file's name.
        submission: the code cells.
        only: the exercises that are to be asked; all if there are none.
        old: the earlier report from which the other exercises are kept.
    """

    name: str
    submission: WasRead
    only: tuple[str, ...] = ()
    old: Report | None = None


class Done(msgspec.Struct, frozen=True):
    """A job and what came of it.

    Attributes:
        job: the job.
        report: None if the grader failed. A submission that takes too much to judge has a report
            without points that says so.
        reason: why the grader failed; empty otherwise.
    """

    job: Job
    report: Report | None
    reason: str = ""


Note = Callable[[HandedIn, Reading], Job | None]
"""Notes what was read, in the order of the files; gives the job if it is to be graded."""


class WorkersError(GraderError):
    """There is nobody to grade; the message says what to do."""


class Workers(Protocol):
    """Whoever reads and grades: processes of this machine, or of others."""

    def run(self, handed_in: Sequence[HandedIn], note: Note) -> Iterator[Done]:
        """Read all files, and grade what is to be graded in whatever order it is done.

        Args:
            handed_in: the files.
            note: called in this thread, for one file at a time and in their order.

        Raises:
            WeakSandboxError: private cases are not run here.
        """

    def close(self) -> None:
        """End what was started."""


def read_file(worker: Worker, file: HandedIn, most: int) -> Reading:
    """Have a worker read a file; what cannot be graded is a reason.

    Args:
        worker: the worker.
        file: the file.
        most: the most bytes it may have.
    """
    if file.reason:
        return Reading(None, file.reason)
    try:
        return Reading(worker.read(file.who.file, file.entry.read(most)))
    except (UnreadableError, SubmissionError) as error:
        return Reading(None, str(error))
    except GraderError as error:
        return Reading(None, _blameless(error))


def grade_job(suite: Suite, worker: Worker, job: Job, *, was_read: bool) -> Done:
    """Grade one; a failure is a reason, so that one submission never costs another.

    Args:
        suite: the assignment.
        worker: the worker.
        job: what is graded.
        was_read: whether the worker has just read that submission.

    Raises:
        WeakSandboxError: private cases are not run here, whatever the submission.
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
    if isinstance(error, SandboxError):
        return f"it could not be graded, by no fault of it: {error}"
    return str(error)
