"""nbgrader's exchange, before ``nbgrader collect``: ``janedoe+ps1+2026-11-01 10:00:00.123456 UTC``.

A folder for each submission lies in ``inbound/``: the user, the assignment, the time and, in newer
versions, a random text, joined by "+". Source: nbgrader, ``exchange/default/submit.py``.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from msgspec.structs import replace

from grader.intake.file_names import Submitter, by_pattern

_FOLDER = re.compile(
    r"(?P<student_id>[^/]+)\+[^+/]+"
    r"\+(?P<timestamp>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)? \w+)(?:\+[^+/\s]+)?/"
)


def nbgrader_exchange(path: PurePosixPath) -> Submitter | None:
    """The submitter of a file in such a folder, with the time of handing in.

    A user's name may have a "+" and the other parts may not, so the parts are split from the end.
    """
    submitter = by_pattern(path, _FOLDER)
    return replace(submitter, attempt_key=path.parts[0]) if submitter else None
