"""Moodle, "Download all submissions": ``Jane Doe_1234_assignsubmission_file/lab.ipynb``.

Source: Moodle, ``mod/assign/classes/downloader.php``; older versions end the folder's name with
"_". Teams have the team's name and number instead of a student's. Files that teachers give back
have the same names with another mark; source: ``mod/assign/feedback/file/importziplib.php``.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from grader.gradebook.classes import Student
from grader.intake.file_names import Submitter
from grader.intake.shown_names import shown

_NAME = re.compile(
    r"(?P<name>[^_]*)_(?P<id>[0-9]{1,18})_assign(?P<what>submission|feedback)_"
    r"(?P<kind>file|onlinetext|comments)_?(?P<file>.*)",
    re.DOTALL,
)


def moodle(path: PurePosixPath) -> Submitter | None:
    """The submitter of a file.

    The full name, or "Participant", and the participant's number stand before the mark, as a folder
    or, if the teacher wants no folders, before the file's name. Typed text has another mark.
    """
    found = _NAME.fullmatch(path.parts[0])
    is_folder = len(path.parts) > 1
    if found is None or bool(found["file"]) is is_folder:
        return None
    name = "" if found["name"].casefold() == "participant" else shown(found["name"])
    reason = ""
    if found["what"] == "feedback":
        reason = "it is what Moodle gave back, and nothing was handed in"
    elif found["kind"] == "onlinetext":
        reason = "a text was typed in at Moodle, and no file was handed in"
    file = path.name if is_folder else found["file"]
    return Submitter(
        Student(id=found["id"], last_name=name), shown(file), written_name=name, reason=reason
    )
