"""nbgrader's ``grades.csv``, the table that ``nbgrader export`` writes."""

from __future__ import annotations

import datetime as dt

from grader.export.csv_cells import csv_text
from grader.gradebook.classes import Class, Row
from grader.report import Points, added
from grader.sheets.class_format import ClassFormat

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
    """A row for each student; without a submission the score is 0, as in nbgrader's own table."""
    return csv_text([COLUMNS, *(_row(whole, row) for row in whole.rows)])


def scores(row: Row) -> tuple[Points, Points]:
    """The points before the deduction for being late, and the deduction."""
    points = row.points or 0
    if row.override is not None or row.points is None:
        return points, 0
    return added((points, row.late.deducted)), row.late.deducted


def utc_time(text: str) -> dt.datetime | None:
    """A time of ISO 8601 as nbgrader keeps it: in UTC without a zone; None if the text is empty.

    A time without a zone stays as it is.
    """
    if not text:
        return None
    when = dt.datetime.fromisoformat(text)
    return when.astimezone(dt.UTC).replace(tzinfo=None) if when.tzinfo else when


def _written(text: str) -> str:
    when = utc_time(text)
    return f"{when:%Y-%m-%d %H:%M:%S}" if when else ""


def _row(whole: Class, row: Row) -> list[str | int | float]:
    student = row.student
    raw, penalty = scores(row)
    return [
        whole.title,
        _written(whole.deadline),
        _written(row.handed_in),
        student.id,
        student.last_name,
        student.first_name,
        student.email,
        raw,
        penalty,
        added((raw, -penalty)),
        whole.points,
    ]


FORMAT = ClassFormat(
    "nbgrader",
    "for nbgrader: the table that nbgrader export writes",
    "grader export class.gradebook --to nbgrader=grades.csv",
    make=make,
)
