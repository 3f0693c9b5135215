"""A zip of students' pages, as platforms take it back: each named for whose it is."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from grader.gradebook.classes import Class, Row
from grader.pages.student_page import student_page
from grader.sheets.class_format import SheetError

_MOST_NAMED = 10
_TIME = (1980, 1, 1, 0, 0, 0)  # the same pages are the same file, byte for byte


def write_zip(
    whole: Class,
    path: Path,
    whose: Callable[[str], str],
    name_of: Callable[[Row], str],
    download: str,
) -> str:
    """Write the page of each student who has a report.

    Who has a mark by what another member of the group handed in has no file on the platform to
    which a page could go, so there is none.

    Args:
        whole: the class.
        path: the zip; it is written whole or not at all.
        whose: the platform's number of the student, by the path of a file that was downloaded;
            empty if it says none.
        name_of: the name of the page of a student whose file it is.
        download: what has to be graded for the names to be known, in words.

    Returns:
        A line about those members; empty without any.

    Raises:
        SheetError: somebody's page has no name; nothing is written.
    """
    graded = [row for row in whole.rows if row.report is not None]
    named = [(name_of(row), row) for row in graded if whose(row.file) == row.student.id]
    others = [row for row in graded if whose(row.file) != row.student.id]
    members = [row for row in others if row.group and whose(row.file)]
    absent = [row for row in others if row not in members]
    if absent:
        raise SheetError(
            f"whose page it is could not be told of {_names(absent)}: the "
            f"names of files come from {download}. Grade that, or leave them out with --skip. "
            "Nothing was written"
        )
    part = path.with_name(f"{path.name}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, row in sorted(named, key=lambda pair: pair[0]):
                entry = zipfile.ZipInfo(name, _TIME)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, _page(row).encode("utf-8", "replace"))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    if not members:
        return ""
    return f"no page, since another member of the group handed in: {_names(members)}"


def _names(rows: list[Row]) -> str:
    more = f" and {len(rows) - _MOST_NAMED} more" if len(rows) > _MOST_NAMED else ""
    return ", ".join(row.student.label for row in rows[:_MOST_NAMED]) + more


def _page(row: Row) -> str:
    if row.report is None:
        return ""
    return student_page(row.report, name=row.student.name, mark=row.mark_words, comment=row.comment)
