"""Moodle: the grading worksheet of an assignment, with grades and feedback filled in.

Source: Moodle's importer of offline grading worksheets. It reads the columns Identifier, Grade and
"Last modified (grade)"; the last stays as it is, so that newer grades are not overwritten. It skips
grades above the maximum silently, so points above the maximum are entered as the maximum.
"""

from __future__ import annotations

import html
import re

from grader.gradebook.classes import Class, Row
from grader.report import presentation as shown
from grader.sheets.class_format import ClassFormat, SheetError
from grader.sheets.downloaded import DownloadedSheet, agrees
from grader.sheets.matching import matched

_NEEDED = ("Identifier", "Grade", "Last modified (grade)")
_FEEDBACK = "Feedback comments"
_MAXIMUM = "Maximum grade"
_CHANGEABLE = "Grade can be changed"


def fill(whole: Class, sheet: str, column: str) -> str:
    """The worksheet with each student's grade, and feedback where it has a column for it.

    Args:
        whole: the class.
        sheet: the worksheet as downloaded, in English.
        column: the name of the column for the grade; ``Grade`` if empty.

    Raises:
        SheetError: the class and the worksheet do not fit together; nothing is changed.
    """
    table = DownloadedSheet.read(sheet)
    missing = [name for name in _NEEDED if table.column(name) < 0]
    if missing:
        raise SheetError(
            f"the worksheet has no column {' and none '.join(missing)}: download it from the "
            'assignment ("Download grading worksheet") with the language set to English'
        )
    grade = table.column(column or "Grade")
    if grade < 0:
        raise SheetError(f"the worksheet has no column {column!r}")
    students = [line for line, row in enumerate(table.rows) if line and any(map(str.strip, row))]

    def at(name: str, line: int) -> str:
        return table.cell(table.rows[line], table.column(name)).lower()

    identities = [
        lambda line: re.sub(r"\D", "", at("Identifier", line)),  # "Participant 123"
        lambda line: at("Identifier", line),
        lambda line: at("ID number", line),
        lambda line: at("Email address", line),
        lambda line: at("Username", line),
    ]
    for row, line in matched(whole, students, identities, lambda line: at("Full name", line)):
        if at(_CHANGEABLE, line) in ("no", "0"):
            raise SheetError(f"the grade of {row.student.name} is locked in Moodle")
        table.put(line, grade, min(row.points or 0, _maximum(table, line, whole.points)))
        if table.column(_FEEDBACK) >= 0 and row.report is not None:
            table.put(line, table.column(_FEEDBACK), _feedback(row))
    return table.written()


def _maximum(table: DownloadedSheet, line: int, points: float) -> float:
    said = table.cell(table.rows[line], table.column(_MAXIMUM))
    if not agrees(said, points):
        raise SheetError(
            f"the assignment is worth {said} in Moodle and {points} here: make them equal there "
            "and download the worksheet anew"
        )
    return points


def _feedback(row: Row) -> str:
    """The points and the advice as a few lines of HTML, the format of that column."""
    if row.report is None:
        return ""
    report = row.report.for_student()
    lines = [f"{report.provenance.assignment}: {shown.total(report)}"]
    lines += [words for words in (row.mark_words, row.comment) if words]
    for exercise in report.exercises:
        lines.append(f"{shown.exercise_title(exercise)}: {exercise.earned} / {exercise.points}")
        lost = exercise.earned < exercise.points
        lines += shown.told(exercise) if lost else shown.comments(exercise)
    return "<br>".join(html.escape(line) for line in lines)


FORMAT = ClassFormat(
    "moodle",
    "for Moodle: an assignment's grading worksheet, filled in",
    "grader export class.gradebook --to moodle=filled.csv --sheet worksheet.csv",
    fill=fill,
)
