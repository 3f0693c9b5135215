"""nbgrader's exchange, before ``nbgrader collect``: ``janedoe+ps1+2026-11-01 10:00:00.123456 UTC``.

A folder for each submission lies in ``inbound/``: the user, the assignment, the time and, in newer
versions, a random text, joined by "+". Source: nbgrader, ``exchange/default/submit.py``.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from msgspec.structs import replace

from grader.intake.file_names import Who, by_pattern

_FOLDER = re.compile(
    r"(?P<student_id>[^/]+)\+[^+/]+"
    r"\+(?P<timestamp>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)? \w+)(?:\+[^+/\s]+)?/"
)


def nbgrader_exchange(path: PurePosixPath) -> Who | None:
    """Whose a file in such a folder is, and when it was handed in.

    A user's name may have a "+", the other parts may not: they are told from the end.
    """
    who = by_pattern(path, _FOLDER)
    return replace(who, attempt=path.parts[0]) if who else None
