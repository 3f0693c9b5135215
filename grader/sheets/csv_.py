"""A table for spreadsheets: a row for each student, with everything that makes up the mark."""

from __future__ import annotations

from grader.export.csv_cells import csv_text
from grader.gradebook.classes import Class, Row
from grader.report.presentation import comments
from grader.sheets.class_format import ClassFormat

_HEAD = ("student", "last name", "first name", "email", "points", "of", "days late", "taken off",
         "set by", "because", "comments", "attempt", "attempts", "file",
         "handed in", "to know")  # fmt: skip


def make(whole: Class) -> str:
    """A row for each student; exercises are columns at the end."""
    names = list(dict.fromkeys(exercise.name for row in whole.rows for exercise in row.exercises))
    return csv_text([[*_HEAD, *names], *(_row(whole, row, names) for row in whole.rows)])


def _row(whole: Class, row: Row, names: list[str]) -> list[str | int | float]:
    student = row.student
    earned = {exercise.name: exercise.earned for exercise in row.exercises}
    return [
        student.id,
        student.last_name,
        student.first_name,
        student.email,
        "" if row.points is None else row.points,
        whole.points,
        row.late.days,
        row.late.deducted,
        row.override.who if row.override else "",
        row.override.why if row.override else "",
        "\n".join(_comments(row)),
        row.attempt,
        row.attempts,
        row.file,
        row.handed_in,
        row.reason,
        *(earned.get(name, "") for name in names),
    ]


def _comments(row: Row) -> list[str]:
    """The comments of people for the student, on the whole and on each exercise."""
    said = [
        f"{exercise.title}: {words}" for exercise in row.exercises for words in comments(exercise)
    ]
    return [*filter(None, [row.comment]), *said]


FORMAT = ClassFormat(
    "csv",
    "for spreadsheets: a row for each student",
    "grader export class.gradebook --to csv=points.csv",
    make=make,
)
