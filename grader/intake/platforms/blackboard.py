"""Blackboard, "Assignment File Download": ``Lab 1_jdoe_attempt_2026-11-01-10-00-00_lab.ipynb``.

Source: Blackboard's help on downloading assignments; its names as tools document that sort such
downloads (kwurst/bb-file-cleanup, README). A download has all attempts of all students. Beside the
files of an attempt lies a text file of Blackboard's with the comment; its name ends with the time.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from grader.gradebook.classes import Student
from grader.intake.file_names import Submitter
from grader.intake.shown_names import shown
from grader.intake.times import iso_time

_NAME = re.compile(
    r"(?P<who>.+?_(?P<id>[^_]+))_attempt_(?P<time>\d{4}(?:-\d\d){5})(?:_(?P<file>.+)|\.txt)",
    re.DOTALL,
)


def blackboard(path: PurePosixPath) -> Submitter | None:
    """The submitter of a file, named by title, user, time on Blackboard's clock and file name.

    Both the title and the user's name may have a "_". The user's name is taken from the last "_"
    on, and two users for whom that part is the same are a question to the instructor.
    """
    found = _NAME.fullmatch(path.name) if len(path.parts) == 1 else None
    if found is None:
        return None
    time = found["time"]
    when = iso_time(time)
    return Submitter(
        Student(id=shown(found["id"])),
        shown(found["file"] or path.name),
        handed_in=when,
        attempt_key=time,
        written_name=found["who"],
        reason="" if found["file"] else "nothing but a text for Blackboard was handed in",
        order_problem="" if when else f"its time, {time}, is not understood",
    )
