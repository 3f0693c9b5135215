"""One file, or one student's folder, of a class that has a gradebook already.

Named alone, ``week/jane/lab.ipynb`` does not say that Jane is a student and ``week`` the class. The
gradebook does: it knows where the others' files lay.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import msgspec

from grader.intake.found_files import is_archive

_MOST_LOOKED_FOR = 100  # of the gradebook's files; one that is there is enough


class Known(msgspec.Struct, frozen=True):
    """A file that the gradebook has.

    Attributes:
        file: what it is called there.
        student: the id of the one student who handed it in.
    """

    file: str
    student: str


def known_file(path: Path, students: Mapping[str, str]) -> Known | None:
    """The gradebook's name of a file; None if it has none, or several students' of that name.

    Args:
        path: the file that was named.
        students: by each file in the gradebook its student.
    """
    for parent in path.absolute().parents:
        file = path.absolute().relative_to(parent).as_posix()
        if file in students:
            return Known(file, students[file]) if "/" in file else None
    return None


def class_around(path: Path, students: Mapping[str, str]) -> Path | None:
    """The class's folder that a file or folder lies in: there lie files that the gradebook has.

    Args:
        path: what was named.
        students: by each file in the gradebook its student.
    """
    in_folders = list(islice((file for file in students if "/" in file), _MOST_LOOKED_FOR))
    for parent in path.absolute().parents:
        if any((parent / _on_the_disk(file)).is_file() for file in in_folders):
            return parent
    return None


def _on_the_disk(file: str) -> str:
    """The file itself, or the student's archive that it lies in."""
    parts = file.split("/")
    ends = [place for place, part in enumerate(parts, 1) if is_archive(part)]
    return "/".join(parts[: ends[0]] if ends else parts)
