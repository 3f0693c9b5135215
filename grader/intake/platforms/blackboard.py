"""Blackboard, "Assignment File Download": ``Lab 1_jdoe_attempt_2026-11-01-10-00-00_lab.ipynb``.

Source: Blackboard's help on downloading assignments; its names as tools document that sort such
downloads (kwurst/bb-file-cleanup, README). All attempts of all students are in it. Beside the files
of an attempt lies a text of Blackboard's own, with the comment, which ends with the time.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from grader.gradebook.classes import Student
from grader.intake.file_names import Who
from grader.intake.shown_names import shown
from grader.intake.times import iso_time

_NAME = re.compile(
    r"(?P<who>.+?_(?P<id>[^_]+))_attempt_(?P<time>\d{4}(?:-\d\d){5})(?:_(?P<file>.+)|\.txt)",
    re.DOTALL,
)


def blackboard(path: PurePosixPath) -> Who | None:
    """Whose a file is: the assignment's title, the user, the time on Blackboard's clock, the file.

    Both title and user may have a "_". So the user is what stands behind the last one, and two for
    whom that is the same are a question.
    """
    found = _NAME.fullmatch(path.name) if len(path.parts) == 1 else None
    if found is None:
        return None
    time = found["time"]
    when = iso_time(time)
    return Who(
        Student(id=shown(found["id"])),
        shown(found["file"] or path.name),
        handed_in=when,
        attempt=time,
        claim=found["who"],
        reason="" if found["file"] else "nothing but a text for Blackboard was handed in",
        unclear="" if when else f"its time, {time}, is not understood",
    )
