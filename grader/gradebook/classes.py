"""A class as data: one row for each student. Exports for a whole class read only this.

The points of a row are final: the chosen attempt, less what is taken off for being late, or what
an instructor has set instead. They are worked out once, when the row is made (``roster.py``).
"""

from __future__ import annotations

import msgspec

from grader.report import ExerciseResult, Points, Report


class Student(msgspec.Struct, frozen=True, kw_only=True):
    """A student.

    Attributes:
        id: the student's identifier: the platform's number, a login, or the name of the file if
            nothing else is known.
        first_name: empty if it is not known.
        last_name: the family name, or the full name if it cannot be split; empty if not known.
        email: the address; empty if it is not known.
    """

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""

    @property
    def name(self) -> str:
        """The full name, or the id."""
        return " ".join(filter(None, (self.first_name, self.last_name))) or self.id

    @property
    def label(self) -> str:
        """The full name with the id beside it, or the id alone."""
        return self.id if self.name == self.id else f"{self.name} ({self.id})"


class Late(msgspec.Struct, frozen=True, kw_only=True):
    """The deduction for being late.

    Attributes:
        days: started days after the deadline and its grace period; 0 is in time.
        deducted: points that are taken off.
    """

    days: int = 0
    deducted: Points = 0


class Override(msgspec.Struct, frozen=True, kw_only=True):
    """Points that an instructor has set by hand.

    Attributes:
        points: the mark that replaces the computed one.
        who: the person who set it.
        why: the reason.
        at: the time, in ISO 8601 with the zone.
    """

    points: Points
    who: str
    why: str
    at: str


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One student of the class, with the attempt that counts.

    Attributes:
        student: the student.
        report: the report on the chosen attempt in the instructor's view;
            ``report.for_student()`` is the student's. None if nothing could be graded.
        points: the final mark; None if nothing could be graded and none was set by hand.
        late: the deduction for being late of the chosen attempt.
        override: the mark that an instructor has set by hand; None without one.
        comment: a person's comment for the student on the whole.
        reason: why there is no report, or a remark on the chosen attempt, as one sentence; empty
            if there is nothing to say.
        told: the platform's own remark on the chosen attempt, as a sentence; also in ``reason``.
        refused: whether the file could not even be read.
        held: whether the mark is held back until it is released: no export and no page for the
            student has it.
        group: the name of the student's group, whose members hand in as one; empty without one.
        withdrawn: who took the student out of the class and why, as half a sentence; empty for
            a student in the class.
        file: the chosen attempt's file as it was handed in.
        attempt: the chosen attempt's number, from 1; 0 without an attempt.
        attempts: the number of attempts.
        handed_in: the time of handing in, in ISO 8601; with a zone if the platform says one or
            if there is a deadline, whose zone is then assumed; empty if it is not known.
        cells: the sources of the code cells of the chosen attempt, in order; empty without one.
    """

    student: Student
    report: Report | None = None
    points: Points | None = None
    late: Late = Late()
    override: Override | None = None
    comment: str = ""
    reason: str = ""
    told: str = ""
    refused: bool = False
    held: bool = False
    group: str = ""
    withdrawn: str = ""
    file: str = ""
    attempt: int = 0
    attempts: int = 0
    handed_in: str = ""
    cells: tuple[str, ...] = ()

    @property
    def exercises(self) -> tuple[ExerciseResult, ...]:
        """The results of the exercises; empty without a report."""
        return self.report.exercises if self.report else ()

    @property
    def mark_words(self) -> str:
        """A sentence that says why the mark is not the sum of the points; empty if it is."""
        if self.points is None or self.report is None or self.points == self.report.total.sum:
            return ""
        if self.override is not None:
            return f"The mark is {self.points}: it was set by hand."
        days = f"{self.late.days} day{'s' * (self.late.days != 1)}"
        return (
            f"The mark is {self.points}: {self.report.total.sum} points, less "
            f"{self.late.deducted} for being {days} late."
        )


def is_missing(row: Row) -> bool:
    """Whether a student handed in nothing and has no mark by hand."""
    return row.attempts == 0 and row.points is None


class Class(msgspec.Struct, frozen=True, kw_only=True):
    """All students of an assignment.

    Attributes:
        title: the title of the assignment.
        points: the points of its required exercises.
        extra_points: the points of its extra exercises, which come on top.
        deadline: in ISO 8601 with the zone; empty without one.
        policy: which attempt counts and what being late costs, as a sentence.
        rows: one for each student, in the order of their ids.
        withdrawn: the students who have left the class, each with who said so and why.
    """

    title: str
    points: Points
    extra_points: Points
    deadline: str = ""
    policy: str = ""
    rows: tuple[Row, ...] = ()
    withdrawn: tuple[str, ...] = ()
