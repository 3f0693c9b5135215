"""The desk of a person who marks: the students, the answers that wait, and saving a mark."""

from __future__ import annotations

import math
from pathlib import Path

import msgspec

from grader.errors import GraderError
from grader.gradebook import Gradebook, Row
from grader.gradebook.marks import Marks, out_of_range
from grader.gradebook.records import Decision
from grader.gradebook.roster import row_of
from grader.gradebook.schema import GradebookError
from grader.gradebook.setting_marks import Change, set_mark
from grader.marking.student_numbers import numbered
from grader.report import Points
from grader.texts import printable_lines

MOST_COMMENT = 10_000  # characters


class NotMeantError(GraderError):
    """Points are out of range; they are saved if the person who marks confirms them."""


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """The form that was filled in for an exercise or a case.

    Attributes:
        part: the name of the exercise, or the id of the case.
        submission: the digest of the submission that was looked at.
        points: the points as typed; empty leaves them as they are graded.
        comment: the comment for the student; may be empty.
        meant: whether points are saved although they are out of range.
    """

    part: str
    submission: str
    points: str = ""
    comment: str = ""
    meant: bool = False


class StudentToMark(msgspec.Struct, frozen=True):
    """A student on the desk, with the work that is looked at.

    Attributes:
        number: the student's place, from 1.
        label: the name, or the number where names are hidden.
        row: the student with the attempt that counts.
        submission: the digest of that attempt.
        marks: the marks that are set already, by the name of the exercise or the id of the case.
    """

    number: int
    label: str
    row: Row
    submission: str
    marks: dict[str, Decision]


class Desk:
    """The gradebook of a class, opened anew for each request: requests come in threads."""

    def __init__(self, path: Path, who: str, key: Path | None = None) -> None:
        """Open the gradebook and find the answers that wait.

        Args:
            path: the gradebook.
            who: the person who marks.
            key: the file with the numbers of the students; None shows names.

        Raises:
            GraderError: the gradebook or the key cannot be used.
        """
        self._path = path
        self._who = who
        self._anonymous = key is not None
        with Gradebook(path) as book:
            policy = book.policy()
            rows = [row_of(book, name, policy) for name in book.students()]
            conditions = book.newest_conditions()
        self.title = conditions.title if conditions else path.name
        graded = [row for row in rows if row.report is not None and not row.withdrawn]
        ids = [row.student.id for row in graded]
        if key is not None:
            self._numbers = numbered(key, ids)
            self._order = sorted(ids, key=self._numbers.__getitem__)
        else:
            self._order = ids
        by_id = {row.student.id: row for row in graded}
        self._waiting = {name: waiting(by_id[name]) for name in self._order}
        self._labels = {name: self._label(by_id[name]) for name in self._order}
        self.saved = 0

    def overview(self) -> list[tuple[int, str, int]]:
        """For each student the place, the label, and how many answers wait."""
        return [
            (place, self._labels[name], self._waiting[name])
            for place, name in enumerate(self._order, 1)
        ]

    def place(self, number: int) -> StudentToMark:
        """A student's place.

        Raises:
            GradebookError: there is no such place, or nothing graded in it any more.
        """
        name = self._name(number)
        with Gradebook(self._path) as book:
            row = row_of(book, name, book.policy())
            if row.report is None:
                raise GradebookError(f"{self._labels[name]} has nothing that is graded")
            submission = row.report.provenance.digest
            marks = Marks.of(book.decisions(name)).on(submission)
        self._waiting[name] = waiting(row)
        return StudentToMark(number, self._labels[name], row, submission, marks)

    def after(self, number: int) -> int:
        """The next place at which an answer waits, from the first again; 0 if none does."""
        order = [*range(number + 1, len(self._order) + 1), *range(1, number + 1)]
        return next((place for place in order if self._waiting[self._order[place - 1]]), 0)

    def save(self, number: int, form: Form) -> None:
        """Save a mark.

        Raises:
            NotMeantError: the points are out of range and not confirmed.
            GradebookError: it cannot be saved, and why.
        """
        place = self.place(number)
        if form.submission != place.submission:
            raise GradebookError("another attempt counts by now; look at it and mark it anew")
        comment = printable_lines(form.comment.replace("\r\n", "\n").strip())
        if len(comment) > MOST_COMMENT:
            raise GradebookError(f"a comment may have {MOST_COMMENT:,} characters")
        change = Change(points=_points(form.points), comment=comment, withdraw=True)
        with Gradebook(self._path) as book:
            check = None if form.meant else _check
            set_mark(book, self._name(number), form.part, change, self._who, check)
        self.saved += 1
        self.place(number)

    def _name(self, number: int) -> str:
        if not 1 <= number <= len(self._order):
            raise GradebookError(f"there is no student {number}")
        return self._order[number - 1]

    def _label(self, row: Row) -> str:
        if self._anonymous:
            return f"Student {self._numbers[row.student.id]}"
        return row.student.label


def waiting(row: Row) -> int:
    """The number of a student's answers that are not marked yet."""
    exercises = row.report.exercises if row.report else ()
    return sum(case.status == "unmarked" for exercise in exercises for case in exercise.cases)


def _points(text: str) -> Points | None:
    if not text.strip():
        return None
    try:
        points = float(text.strip().replace(",", "."))
    except ValueError:
        points = math.nan
    if not math.isfinite(points):
        raise GradebookError(f"points are a number, and not {text.strip()[:40]!r}")
    return int(points) if points.is_integer() else points


def _check(points: Points, most: Points, step: Points) -> None:
    odd = out_of_range(points, most, step)
    if odd:
        raise NotMeantError(odd)
