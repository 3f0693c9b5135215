"""A list of groups as a CSV file: a student and the student's group in each line."""

from __future__ import annotations

from pathlib import Path

from grader.gradebook.book import Gradebook
from grader.gradebook.people import student_meant
from grader.sheets.class_format import SheetError
from grader.sheets.downloaded import DownloadedSheet, sheet_text
from grader.texts import printable

_GROUP = ("group", "group name", "group_name", "team")


def read_groups(book: Gradebook, path: Path) -> list[tuple[str, str]]:
    """The ids of students, each with the name of a group.

    The students are in the column with the most ids of the gradebook, or else in the first, by an
    id, a name or an address. Lines without a group are left out.

    Raises:
        SheetError: the file cannot be read, or has no column for the groups.
        GradebookError: a student is not in the gradebook.
    """
    table = DownloadedSheet.read(sheet_text(path))
    places = [place for place, name in enumerate(table.head) if name.strip().lower() in _GROUP]
    others = [place for place in range(len(table.head)) if place not in places]
    if not places or not others:
        raise SheetError(f"{path} needs a column called group, and one that says who")
    lines = [row for row in table.rows[1:] if table.cell(row, places[0])]
    known = {name.lower() for name in book.students()}
    hits = {
        place: sum(table.cell(row, place).lower() in known for row in lines) for place in others
    }
    who = max(others, key=lambda place: hits[place])  # the first of equal ones
    return [
        (
            student_meant(book, printable(table.cell(row, who))),
            printable(table.cell(row, places[0])),
        )
        for row in lines
    ]
