"""Canvas: a gradebook exported from Canvas, with one assignment's column filled in.

Source: Canvas's importer (its ``GradebookImporter``). An unknown title would create a new
assignment, so only an existing column, with its number in brackets, is ever filled. Canvas ignores
columns whose names contain "Final Score" and the like, so they are refused here. The row of points
possible stays as it is: a change would change the assignment.
"""

from __future__ import annotations

import re

from grader.gradebook.classes import Class
from grader.sheets.class_format import ClassFormat, SheetError
from grader.sheets.downloaded import DownloadedSheet, Key, agrees
from grader.sheets.matching import matched

_NUMBERED = re.compile(r"(?P<title>.+) \((?P<number>\d+)\)")
_IGNORED = re.compile(
    r"(Current|Final) (Score|Points|Grade)|Override (Score|Grade|Status)"
)  # fmt: skip


def fill(whole: Class, sheet: str, column: str) -> str:
    """The sheet with each student's points.

    Args:
        whole: the class.
        sheet: the gradebook as exported from Canvas.
        column: the whole name of the column, such as ``Week 1 (123)``; if empty, the column with
            the title of the assignment.

    Raises:
        SheetError: the class and the sheet do not fit together; nothing is changed.
    """
    table = DownloadedSheet.read(sheet)
    if "Student" not in table.cell(table.head, 0) or "ID" not in table.cell(table.head, 1):
        raise SheetError(
            "this is no export of a Canvas gradebook: its columns begin with Student and ID"
        )
    place = _column(table, column, whole.title)
    _check_points(table, place, whole.points)
    students = [line for line in range(1, len(table.rows)) if _is_student(table, table.rows[line])]

    def by(name: str) -> Key:
        place = table.column(name)
        return lambda line: table.cell(table.rows[line], place).lower()

    identities = [by("ID"), by("SIS User ID"), by("SIS Login ID")]
    for row, line in matched(whole, students, identities, by(table.head[0].strip())):
        if row.points is not None:
            table.put(line, place, row.points)
    return table.written()


def _column(table: DownloadedSheet, wanted: str, title: str) -> int:
    numbered = {}
    for place, head in enumerate(table.head):
        parts = _NUMBERED.fullmatch(head.strip())
        if parts and not _IGNORED.search(head):
            numbered[place] = (head.strip(), parts["title"].strip().lower())
    known = "; ".join(head for head, _ in numbered.values()) or "none"
    if wanted and _IGNORED.search(wanted):
        raise SheetError(
            f"Canvas ignores columns like {wanted!r}: give the assignment another name"
        )
    found = [
        place
        for place, (head, name) in numbered.items()
        if (head == wanted.strip() if wanted else name == title.strip().lower())
    ]
    if len(found) != 1:
        what = f"column {wanted!r}" if wanted else f"assignment called {title!r}"
        count = f"{len(found)} times" if found else "not"
        raise SheetError(
            f"the {what} is {count} in the sheet, and another would create a new assignment. "
            f"Name one with --column: {known}"
        )
    return found[0]


def _check_points(table: DownloadedSheet, place: int, points: float) -> None:
    for row in table.rows[1:]:
        if "Points Possible" not in table.cell(row, 0):
            continue
        possible = table.cell(row, place)
        if re.search(r"read\s+only", possible):
            raise SheetError(f"the column {table.head[place]!r} is read only in Canvas")
        if not agrees(possible, points):
            raise SheetError(
                f"{table.head[place].strip()} is worth {possible} points in Canvas and {points} "
                "here: make them equal in Canvas and export its gradebook anew"
            )
        return


def _is_student(table: DownloadedSheet, row: list[str]) -> bool:
    """Whether a row is a student's, not that of points possible or of muted assignments."""
    if "Points Possible" in table.cell(row, 0):
        return False
    said = [
        cell
        for cell in row
        if not re.fullmatch(r"\s*(Muted|Manual Posting.*)?\s*", cell, re.IGNORECASE)
    ]
    return bool(said)


FORMAT = ClassFormat(
    "canvas",
    "for Canvas: the exported gradebook with one column filled in",
    "grader export class.gradebook --to canvas=filled.csv --sheet exported.csv",
    fill=fill,
)
