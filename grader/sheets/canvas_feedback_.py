"""Feedback for Canvas: the zip for "Upload submissions", which attaches a page to each submission.

Source: Canvas, ``Assignment#infer_comment_context_from_filename``: of the parts between underscores
the first two that are digits alone are the user and the file that was handed in; Canvas has to know
both. So a page has the name of the file that was downloaded, with another ending.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from grader.gradebook.classes import Class, Row
from grader.sheets.class_format import ClassFormat
from grader.sheets.feedback_zip import write_zip

_NUMBERS = 2  # the user's and the file's
_MOST = 150  # characters of a name, below what file systems take


def store(whole: Class, path: Path) -> None:
    """Write the zip.

    Raises:
        SheetError: somebody's file has no name of Canvas's; nothing is written.
    """
    write_zip(whole, path, name_of, 'Canvas\'s "Download submissions"')


def name_of(row: Row) -> str:
    """The name of a student's page; empty if the file was not downloaded from Canvas."""
    name = PurePosixPath(row.file).name
    parts = name.split("_")
    numbers = [part for part in parts if re.fullmatch(r"[0-9]+", part)][:_NUMBERS]
    if len(numbers) < _NUMBERS or numbers[0] != row.student.id or name.startswith("._"):
        return ""
    plain = re.sub(r"[^\w .-]", "-", name.rpartition(".")[0] or name)
    return f"{plain[:_MOST]}.html"


FORMAT = ClassFormat(
    "canvas-feedback",
    'for Canvas: students\' pages as the zip for "Upload submissions"',
    "grader export class.gradebook --to canvas-feedback=feedback.zip",
    store=store,
)
