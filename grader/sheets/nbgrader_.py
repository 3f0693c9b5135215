"""nbgrader's ``grades.csv``, the table that ``nbgrader export`` writes."""

from __future__ import annotations

import datetime as dt

from grader.export.cells import table
from grader.gradebook.classes import Class, Row
from grader.sheets.sheet import Sheet

COLUMNS = (
    "assignment",
    "duedate",
    "timestamp",
    "student_id",
    "last_name",
    "first_name",
    "email",
    "raw_score",
    "late_submission_penalty",
    "score",
    "max_score",
)


def make(whole: Class) -> str:
    """A row for each student; who has handed in nothing has 0, as there."""
    return table([COLUMNS, *(_row(whole, row) for row in whole.rows)])


def scores(row: Row) -> tuple[int | float, int | float]:
    """The points before being late, and what is taken off; their difference is the mark."""
    points = row.points or 0
    if row.override is not None or row.points is None:
        return points, 0
    return points + row.late.deducted, row.late.deducted


def utc(time: str) -> str:
    """A time of ISO 8601 as nbgrader has it: in UTC, without saying so. Empty stays empty.

    One that says no zone stays as it is.
    """
    if not time:
        return ""
    when = dt.datetime.fromisoformat(time)
    return f"{when.astimezone(dt.UTC) if when.tzinfo else when:%Y-%m-%d %H:%M:%S}"


def _row(whole: Class, row: Row) -> list[str | int | float]:
    student = row.student
    raw, penalty = scores(row)
    return [
        whole.title,
        utc(whole.deadline),
        utc(row.handed_in),
        student.id,
        student.last_name,
        student.first_name,
        student.email,
        raw,
        penalty,
        raw - penalty,
        whole.points,
    ]


SHEET = Sheet(
    "nbgrader",
    "for nbgrader: the table that nbgrader export writes",
    "grader export class.gradebook --to nbgrader=grades.csv",
    make=make,
)
