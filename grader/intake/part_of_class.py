"""A file or a student's folder that is graded alone and belongs to a class with a gradebook.

Named alone, ``week/jane/lab.ipynb`` does not say that Jane is a student and ``week`` the class. The
gradebook does: it has the paths of the others' files.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from grader.intake.found_files import is_archive

_MOST_LOOKED_FOR = 100  # files of the gradebook; one that is there is enough


def recorded_path(path: Path, students: Mapping[str, str]) -> str:
    """The path that the gradebook has for a file; empty if it has no path with a folder.

    Args:
        path: the file that was named.
        students: the student of each file in the gradebook.
    """
    for parent in path.absolute().parents:
        file = path.absolute().relative_to(parent).as_posix()
        if file in students:
            return file if "/" in file else ""
    return ""


def class_folder(path: Path, students: Mapping[str, str]) -> Path | None:
    """The folder around a path in which files of the gradebook lie; None without one.

    Args:
        path: the file or folder that was named.
        students: the student of each file in the gradebook.
    """
    in_folders = list(islice((file for file in students if "/" in file), _MOST_LOOKED_FOR))
    for parent in path.absolute().parents:
        if any((parent / _on_the_disk(file)).is_file() for file in in_folders):
            return parent
    return None


def _on_the_disk(file: str) -> str:
    """The path of a file, or of the student's archive around it."""
    parts = file.split("/")
    ends = [place for place, part in enumerate(parts, 1) if is_archive(part)]
    return "/".join(parts[: ends[0]] if ends else parts)
