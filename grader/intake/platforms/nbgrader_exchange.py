"""nbgrader's exchange, before ``nbgrader collect``: ``janedoe+ps1+2026-11-01 10:00:00.123456 UTC``.

A folder for each submission lies in ``inbound/``: the user, the assignment, the time and, in newer
versions, a random text, joined by "+". Source: nbgrader, ``exchange/default/submit.py``.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from grader.gradebook.classes import Student
from grader.intake.file_names import Who
from grader.intake.shown_names import shown
from grader.intake.times import iso_time

_FOLDER = re.compile(
    r"(?P<id>.+)\+(?P<assignment>[^+]+)\+(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)? \w+)"
    r"(?:\+(?P<random>[^+\s]+))?",
    re.DOTALL,
)


def nbgrader_exchange(path: PurePosixPath) -> Who | None:
    """Whose a file in such a folder is, and when it was handed in.

    A user's name may have a "+", the other parts may not: they are told from the end.
    """
    found = _FOLDER.fullmatch(path.parts[0]) if len(path.parts) > 1 else None
    if found is None:
        return None
    time = found["time"]
    when = iso_time(time)
    return Who(
        Student(id=shown(found["id"])),
        shown(path.name),
        handed_in=when,
        attempt=path.parts[0],
        claim=found["id"],
        unclear="" if when else f"its time, {time}, is not understood",
    )
