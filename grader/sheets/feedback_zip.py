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


def write_zip(whole: Class, path: Path, name_of: Callable[[Row], str], download: str) -> None:
    """Write the page of each student who has a report.

    Args:
        whole: the class.
        path: the zip; it is written whole or not at all.
        name_of: the name of a student's page in it; empty if the platform could not tell whose
            it is.
        download: what has to be graded for the names to be known, in words.

    Raises:
        SheetError: somebody's page has no name; nothing is written.
    """
    graded = [row for row in whole.rows if row.report is not None]
    named = [(name_of(row), row) for row in graded]
    absent = [row.student.label for name, row in named if not name]
    if absent:
        more = f" and {len(absent) - _MOST_NAMED} more" if len(absent) > _MOST_NAMED else ""
        raise SheetError(
            f"whose page it is could not be told of {', '.join(absent[:_MOST_NAMED])}{more}: the "
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


def _page(row: Row) -> str:
    if row.report is None:
        return ""
    return student_page(row.report, name=row.student.name, mark=row.mark_words, comment=row.comment)
