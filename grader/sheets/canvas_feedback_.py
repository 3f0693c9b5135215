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


def store(whole: Class, path: Path) -> str:
    """Write the zip.

    Raises:
        SheetError: a student's file does not have a name of Canvas's; nothing is written.
    """
    return write_zip(whole, path, user_number, page_name, 'Canvas\'s "Download submissions"')


def user_number(file: str) -> str:
    """The number of the user who handed a file in; empty if it was not downloaded from Canvas."""
    name = PurePosixPath(file).name
    numbers = [part for part in name.split("_") if re.fullmatch(r"[0-9]+", part)][:_NUMBERS]
    return "" if len(numbers) < _NUMBERS or name.startswith("._") else numbers[0]


def page_name(row: Row) -> str:
    """The name of the page of a student who handed in the row's file."""
    name = PurePosixPath(row.file).name
    plain = re.sub(r"[^\w .-]", "-", name.rpartition(".")[0] or name)
    return f"{plain[:_MOST]}.html"


FORMAT = ClassFormat(
    "canvas-feedback",
    'for Canvas: students\' pages as the zip for "Upload submissions"',
    "grader export class.gradebook --to canvas-feedback=feedback.zip",
    store=store,
)
