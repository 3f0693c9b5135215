"""The bookkeeping of a class run, between the files that were handed in and the gradebook.

A submission is identified by the digest of its code cells. A submission that was graded under the
same conditions is not graded again. After a change of the assignment, the exercises that the change
touches are asked anew, and the new points count only once they are kept.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from grader.batch.jobs import Done, Job, Reading
from grader.gradebook.book import Gradebook
from grader.gradebook.conditions import Conditions
from grader.gradebook.records import Attempt, Grading
from grader.intake.collect import HandedIn
from grader.report import Points
from grader.workers.worker_messages import WasRead


class ProposedGrading(msgspec.Struct, frozen=True):
    """A new grading that does not count yet, compared with the grading that does.

    Attributes:
        students: the students who handed in that code.
        submission: the digest of the code.
        grading: the number of the new grading.
        old: the points that count.
        new: the points that would count.
    """

    students: tuple[str, ...]
    submission: str
    grading: int
    old: Points
    new: Points


class Ledger:
    """The bookkeeping of one run.

    Attributes:
        unchanged: files that were graded before, or hold the same code as another file.
        refused: files that could not be read, or take too much to judge.
        graded: submissions that were graded.
        partly: graded submissions of which only some exercises were asked.
        failed: submissions that the grader could not grade.
    """

    def __init__(self, book: Gradebook, conditions: Conditions, *, again: bool = False) -> None:
        """Begin a run.

        Args:
            book: the gradebook.
            conditions: the conditions of this run.
            again: whether submissions that were graded before are graded once more.
        """
        self.unchanged = self.refused = self.graded = self.partly = self.failed = 0
        self._book = book
        self._conditions = conditions
        self._number = book.note_conditions(conditions)
        self._again = again
        self._taken: set[str] = set()

    @property
    def settled(self) -> int:
        """The number of files for which nothing is left to do."""
        return self.unchanged + self.refused + self.graded + self.failed

    def note(self, file: HandedIn, reading: Reading) -> Job | None:
        """Note a file, and return the job if it is to be graded."""
        submission = reading.submission
        with self._book.together():
            self._note(file, submission, reading.reason)
        if submission is None:
            self.refused += 1
            return None
        job = self._job(file.submitter.file, submission)
        if job is None:
            self.unchanged += 1
        return job

    def record(self, done: Done) -> None:
        """Record a job's result; it counts at once if the submission had no points yet."""
        digest = done.job.submission.digest
        if done.report is None:
            self.failed += 1
            self._book.add_failure(digest, self._number, done.reason)
            return
        if done.report.refused:
            self.refused += 1
        else:
            self.graded += 1
            self.partly += bool(done.job.only)
        with self._book.together():
            part = ", ".join(done.job.only)
            row = self._book.add_grading(digest, self._number, done.report, part)
            if self._book.counting(digest) is None:
                self._book.keep(row, digest, "first grading")

    def proposals(self) -> list[ProposedGrading]:
        """The gradings under this run's conditions that do not count yet."""
        changes = []
        for digest, row, points in self._book.newest_under(self._number):
            counting = self._book.counting(digest)
            if counting is not None and counting.row != row:
                owners = tuple(self._book.owners(digest))
                changes.append(ProposedGrading(owners, digest, row, counting.points, points))
        return changes

    def keep(self, changes: Sequence[ProposedGrading]) -> None:
        """Make these gradings count from now on."""
        with self._book.together():
            for change in changes:
                self._book.keep(change.grading, change.submission, "graded anew and kept")

    def _note(self, file: HandedIn, submission: WasRead | None, reason: str) -> None:
        submitter = file.submitter
        self._book.note_student(submitter.student)
        digest = submission.digest if submission else None
        if submission is not None:
            self._book.note_submission(submission.digest, submission.sources)
        attempt = Attempt(
            student=submitter.student.id,
            file=str(file.entry.path),
            number=submitter.attempt_number,
            handed_in=submitter.handed_in,
            submission=digest,
            reason=reason,
            told=submitter.remark,
        )
        self._book.note_attempt(attempt)

    def _job(self, name: str, submission: WasRead) -> Job | None:
        if submission.digest in self._taken:
            return None
        self._taken.add(submission.digest)
        if self._again:
            return Job(name, submission)
        if self._book.graded(submission.digest, self._number) is not None:
            return None
        return self._anew(name, submission, self._book.counting(submission.digest))

    def _anew(self, name: str, submission: WasRead, old: Grading | None) -> Job:
        """A job for the exercises that a change of the assignment touches, or for all."""
        if old is None:
            return Job(name, submission)
        touched = self._conditions.touched(self._book.conditions(old.conditions))
        if not touched or len(touched) == len(self._conditions.exercises):
            return Job(name, submission)
        return Job(name, submission, touched, old.report)
