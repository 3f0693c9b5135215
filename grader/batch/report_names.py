"""File names for students' reports, distinct on every system, whatever the students' ids are."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

_MOST_BYTES = 150  # of the 255 that systems take, so that a digest and an ending have room
_DIGEST = 16  # hexadecimal digits
_ENDS_WITH_DIGEST = re.compile(rf"-[0-9a-f]{{{_DIGEST}}}$", re.IGNORECASE)
_UNSAFE = re.compile(r'[/\\:*?"<>|]')
# Source: Microsoft, "Naming Files, Paths, and Namespaces": names of devices, with any ending.
_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)", re.IGNORECASE
)


def report_names(students: Iterable[str]) -> dict[str, str]:
    """The name of the report's file for each student's id, without an ending.

    An id that can be a file's name is kept. Ids that some system would hold for the same name, for
    example because they differ in capitals only, get a digest of the id at the end.

    >>> report_names(["a/submit", "jane"])
    {'a/submit': 'a_submit', 'jane': 'jane'}
    """
    names = {student: _safe(student) for student in students}
    shared = Counter(map(_as_compared, names.values()))
    return {
        student: name
        if shared[_as_compared(name)] == 1 and not _ENDS_WITH_DIGEST.search(name)
        else f"{name}-{hashlib.sha256(student.encode('utf-8', 'replace')).hexdigest()[:_DIGEST]}"
        for student, name in names.items()
    }


def _safe(student: str) -> str:
    """The id as a plain file name, which leads to no other folder or device on any system."""
    composed = unicodedata.normalize("NFC", student)
    name = "".join(c if c.isprintable() else "_" for c in _UNSAFE.sub("_", composed))
    cut = name.encode()[:_MOST_BYTES].decode("utf-8", "ignore")
    name = re.sub(r"^[.\- ]|[. ]$", "_", cut)
    return f"_{name}" if not name or _DEVICE.match(name) else name


def _as_compared(name: str) -> str:
    """A key that is equal for names that some system holds for the same."""
    return unicodedata.normalize("NFKC", name.casefold())
