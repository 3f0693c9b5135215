"""Setting a mark in the attempt that counts, as the command and the page for marking do."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from grader.gradebook.book import Gradebook
from grader.gradebook.marks import Marks, has_parts_of_points, part_of
from grader.gradebook.people import student_meant
from grader.gradebook.records import Decision
from grader.gradebook.roster import chosen_attempt, row_of, weighed_attempts
from grader.gradebook.schema import GradebookError
from grader.report import Points, Report, added

Check = Callable[[Points, Points, Points], None]
"""A function of points, the part's points and the step of marks; raises if they are not meant."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A change of a mark.

    Attributes:
        points: the points; None leaves them as they were set before.
        comment: the comment; None leaves it as it was.
        withdraw: whether the earlier points and comment are taken back first.
    """

    points: Points | None = None
    comment: str | None = None
    withdraw: bool = False


def step_of_marks(book: Gradebook, report: Report) -> Points:
    """The number that marks by hand are multiples of; 0 if any part of a point may be given.

    Args:
        book: the gradebook, which has the assignment's own word on it.
        report: the student's report, whose cases decide if the assignment says nothing.
    """
    conditions = book.newest_conditions()
    if conditions is not None and conditions.mark_step:
        return conditions.mark_step
    return 0 if has_parts_of_points(report) else 1


def set_mark(
    book: Gradebook, student: str, part: str, change: Change, who: str, check: Check | None
) -> str:
    """Set points and a comment for an exercise or an answer in the attempt that counts.

    Args:
        book: the gradebook.
        student: the student's id.
        part: the name of an exercise, or the id of one of its cases.
        change: the change.
        who: the person who marks.
        check: raises if the points are not meant; None sets any points.

    Returns:
        A sentence on the points in the part and in the whole.

    Raises:
        GradebookError: there is no such student or part, or nothing is graded yet.
    """
    student = student_meant(book, student)
    policy = book.policy()
    chosen = chosen_attempt(weighed_attempts(book, student, policy), policy)
    if chosen is None or chosen.grading is None:
        words = "has nothing that is graded; grader gradebook override sets the whole mark"
        raise GradebookError(f"{student} {words}")
    report = chosen.grading.report
    worth = part_of(report, part).points
    if change.points is not None and check is not None:
        check(change.points, worth, step_of_marks(book, report))
    digest = chosen.grading.submission
    old = Marks.of(book.decisions(student)).on(digest).get(part)
    if change.withdraw:
        old = None
    points = change.points if change.points is not None else old.points if old else None
    text = change.comment if change.comment is not None else old.text if old else ""
    book.decide(
        Decision(
            student=student,
            part=part,
            submission=digest,
            points=None if points is None else added((points,)),
            text=text,
            who=who,
        )
    )
    row = row_of(book, student, policy)
    now = part_of(row.report, part).earned if row.report else 0
    return f"{student}: {now} of {worth} in {part}; {row.points} points in all"
