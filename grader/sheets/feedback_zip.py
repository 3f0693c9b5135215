"""A zip of students' pages as platforms take it back: the name of each says its student."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from grader.gradebook.classes import Class, Row
from grader.pages.class_page import page_of
from grader.sheets.class_format import SheetError
from grader.texts import shortlist

_MOST_NAMED = 10
_TIME = (1980, 1, 1, 0, 0, 0)  # the same pages are the same file, byte for byte


def write_zip(
    whole: Class,
    path: Path,
    user_number: Callable[[str], str],
    page_name: Callable[[Row], str],
    download: str,
) -> str:
    """Write the page of each student who has a report.

    A student whose group's file was handed in by another member has no file on the platform to
    which a page could be attached, so the zip has none.

    Args:
        whole: the class.
        path: the zip; it is written whole or not at all.
        user_number: the platform's number of the student, by the path of a downloaded file; empty
            if the path does not say it.
        page_name: the name of the page of a student who handed in a file.
        download: the platform's download that has to be graded for the names to be known.

    Returns:
        A line about those members; empty without any.

    Raises:
        SheetError: a page has no name; nothing is written.
    """
    graded = [row for row in whole.rows if row.report is not None]
    named = [(page_name(row), row) for row in graded if user_number(row.file) == row.student.id]
    others = [row for row in graded if user_number(row.file) != row.student.id]
    members = [row for row in others if row.group and user_number(row.file)]
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
                archive.writestr(entry, page_of(row, whole.title).encode("utf-8", "replace"))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    if not members:
        return ""
    return f"no page, since another member of the group handed in: {_names(members)}"


def _names(rows: list[Row]) -> str:
    return shortlist([row.student.label for row in rows], _MOST_NAMED)
