"""Brightspace (D2L), download of an assignment's submissions, with a folder for each attempt.

``2345-6789 - Jane Doe - Nov 1, 2026 1005 AM/lab.ipynb``, or without folders one name with
`` - lab.ipynb`` behind the time. Source: names as tools document that sort such downloads. A
download has all attempts of all students, and an ``index.html`` of Brightspace's own.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from grader.gradebook.classes import Student
from grader.intake.file_names import Submitter
from grader.intake.shown_names import shown
from grader.intake.times import iso_time

# A time begins or ends with a number, and has a year and a clock in it.
_NAME = re.compile(
    r"(?P<id>[0-9]{1,18})-[0-9]{1,18} - (?P<name>.+?) - "
    r"(?P<time>(?=[^-]*\b\d{4}\b)[^-]*\d\d(?: ?[AaPp]\.?[Mm]\.?)?)(?: - (?P<file>.+))?",
    re.DOTALL,
)


def brightspace(path: PurePosixPath) -> Submitter | None:
    """The submitter, named by the user's and the assignment's number, full name, time and file.

    The time is in the language of the person who downloads; English is understood, and a time in
    another language is an ``order_problem``.
    """
    found = _NAME.fullmatch(path.parts[0])
    is_folder = len(path.parts) > 1
    if found is None or bool(found["file"]) is is_folder:
        return None
    name, time = shown(found["name"]), found["time"]
    when = iso_time(time)
    return Submitter(
        Student(id=found["id"], last_name=name),
        shown(path.name if is_folder else found["file"]),
        handed_in=when,
        attempt_key=time,
        written_name=name,
        order_problem="" if when else f"its time, {shown(time)}, is not understood",
    )
