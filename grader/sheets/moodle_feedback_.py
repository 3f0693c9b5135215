"""Feedback for Moodle: the zip for "Upload multiple feedback files in a zip".

Source: Moodle, ``mod/assign/feedback/file/importziplib.php``: a name is the student's, the number
of the participant, the kind and the name of the plugin, and the file's own, between underscores.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from grader.gradebook.classes import Class, Row
from grader.sheets.class_format import ClassFormat
from grader.sheets.feedback_zip import write_zip

_DOWNLOADED = re.compile(r"[^_]*_(?P<number>[0-9]{1,18})_assignsubmission_")
_MOST = 60  # characters of a student's name


def store(whole: Class, path: Path) -> str:
    """Write the zip.

    Raises:
        SheetError: a student's file does not have a name of Moodle's; nothing is written.
    """
    return write_zip(whole, path, user_number, page_name, 'Moodle\'s "Download all submissions"')


def user_number(file: str) -> str:
    """The number of the user who handed a file in; empty if it was not downloaded from Moodle."""
    found = (_DOWNLOADED.match(part) for part in PurePosixPath(file).parts)
    return next((match["number"] for match in found if match), "")


def page_name(row: Row) -> str:
    """The name of the page of a student who handed in the row's file."""
    name = " ".join(re.sub(r"[^\w .'-]|_", " ", row.student.name).split()).lstrip(".~ ")[:_MOST]
    return f"{name or 'Participant'}_{row.student.id}_assignfeedback_file_feedback.html"


FORMAT = ClassFormat(
    "moodle-feedback",
    "for Moodle: students' pages as the zip of feedback files",
    "grader export class.gradebook --to moodle-feedback=feedback.zip",
    store=store,
)
