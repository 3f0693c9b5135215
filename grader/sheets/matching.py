"""Matching students with the lines of a sheet; a missing or ambiguous student is an error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from grader.gradebook.classes import Class, Row, Student
from grader.sheets.class_format import SheetError
from grader.sheets.downloaded import Key, rows_by_key
from grader.texts import shortlist

_MOST_NAMED = 10


def matched(
    whole: Class, lines: Sequence[int], identities: Sequence[Key], name: Key
) -> list[tuple[Row, int]]:
    """Each student who has points, with the number of their line in the sheet.

    Args:
        whole: the class.
        lines: the numbers of the sheet's lines that stand for students.
        identities: functions that give an identifier of a line, each to be compared with a
            student's id and email.
        name: gives the full name of a line; it is compared only where no identifier fits, and
            only if it is unique.

    Raises:
        SheetError: a student is not in the sheet, is there twice, or shares a line with another.
    """
    tables = rows_by_key(lines, *identities)
    names = rows_by_key(lines, name)[0]
    found: list[tuple[Row, int]] = []
    absent: list[str] = []
    for row in whole.rows:
        if row.points is None:
            continue  # the sheet keeps what it has
        line = _line(row.student, tables, names)
        if line is None:
            absent.append(row.student.label)
        else:
            found.append((row, line))
    if absent:
        there = shortlist(absent, _MOST_NAMED)
        raise SheetError(f"not in the sheet: {there}. Nothing was written.")
    _check_apart(found)
    return found


def _line(
    student: Student, tables: Iterable[dict[str, list[int]]], names: dict[str, list[int]]
) -> int | None:
    keys = [key.strip().lower() for key in (student.id, student.email) if key.strip()]
    lines = {line for table in tables for key in keys for line in table.get(key, [])}
    if len(lines) > 1:  # such as one student's school number that is another's platform number
        raise SheetError(f"{student.label} could be {len(lines)} students of the sheet")
    if lines:
        return lines.pop()
    for key in _names(student):
        alike = names.get(key, [])
        if len(alike) > 1:
            raise SheetError(f"{len(alike)} students of the sheet are called {student.name}")
        if alike:
            return alike[0]
    return None


def _names(student: Student) -> list[str]:
    first, last = student.first_name.strip().lower(), student.last_name.strip().lower()
    if first and last:
        return [f"{last}, {first}", f"{first} {last}"]
    return [name for name in (first, last) if name]


def _check_apart(found: Sequence[tuple[Row, int]]) -> None:
    taken: dict[int, Student] = {}
    for row, line in found:
        if line in taken:
            both = f"{taken[line].label} and {row.student.label}"
            raise SheetError(f"{both} are the same student of the sheet")
        taken[line] = row.student
