"""A class as its gradebook knows it: one row for each student. Class-wide exports read only this.

The points of a row are final: the chosen attempt, less what is taken off for being late, or what
an instructor has set instead. They are worked out here, once, when the row is made.
"""

from __future__ import annotations

import msgspec

from grader.report import Points, Report


class Student(msgspec.Struct, frozen=True, kw_only=True):
    """Who handed in.

    Attributes:
        id: the name that is the student's own: a number of the platform's, a login, or the name
            of the file where nothing else is known.
        first_name: empty if it is not known, as are the others.
        last_name: a full name that nobody can tell apart stands here alone.
        email: the address.
    """

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""

    @property
    def name(self) -> str:
        """The full name, or the id."""
        return " ".join(filter(None, (self.first_name, self.last_name))) or self.id


class Late(msgspec.Struct, frozen=True, kw_only=True):
    """What being late costs.

    Attributes:
        days: started days after the deadline and its grace; 0 is in time.
        deducted: points that are taken off for them.
    """

    days: int = 0
    deducted: int = 0


class Override(msgspec.Struct, frozen=True, kw_only=True):
    """Points that an instructor has set by hand.

    Attributes:
        points: instead of what was worked out.
        who: set them.
        why: the reason.
        at: when, in ISO 8601 with the zone.
    """

    points: Points
    who: str
    why: str
    at: str


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One student.

    Attributes:
        student: who it is.
        report: the chosen attempt as graded, in the instructor's view; ``report.for_student()``
            is what the student may see. None if nothing could be graded.
        points: the final mark; None if there is none.
        late: days and deduction of the chosen attempt.
        override: what an instructor has set instead; None if nothing.
        reason: why there is no report, or what else is to know about the chosen attempt; one
            sentence, empty if there is nothing to say.
        refused: whether the file could not be read at all, rather than not be graded.
        file: the chosen attempt's file as it was handed in.
        attempt: its number, from 1; 0 if there is none.
        attempts: how many there are.
        handed_in: when, in ISO 8601; with a zone if one is said or there is a deadline, which has
            one; empty if it is not known.
        graded_at: when the report was made, in ISO 8601 with the zone; empty without a report.
        cells: the sources of the code cells of the chosen attempt, in order; empty without one.
    """

    student: Student
    report: Report | None = None
    points: Points | None = None
    late: Late = Late()
    override: Override | None = None
    reason: str = ""
    refused: bool = False
    file: str = ""
    attempt: int = 0
    attempts: int = 0
    handed_in: str = ""
    graded_at: str = ""
    cells: tuple[str, ...] = ()


class Class(msgspec.Struct, frozen=True, kw_only=True):
    """All students of an assignment.

    Attributes:
        title: the assignment's.
        points: what its required exercises are worth.
        extra_points: what the extra ones are worth on top.
        deadline: in ISO 8601 with the zone; empty if there is none.
        policy: which attempt counts and what being late costs, as a sentence.
        rows: in the order of the students' ids.
    """

    title: str
    points: Points
    extra_points: Points
    deadline: str = ""
    policy: str = ""
    rows: tuple[Row, ...] = ()
