"""Whose a file is, told from where it lies: what learning platforms call the files they give out.

Each platform is one function with the source of its format. A function gets the path inside what
was handed in and gives who handed it in, or None if the name is not of its kind.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any

import msgspec

from grader.gradebook.classes import Student


class Who(msgspec.Struct, frozen=True):
    """What a name says.

    Attributes:
        student: who handed in.
        file: the name of the file itself, without what the platform put before it.
        number: of the attempt; None if the name has none.
        handed_in: when, in ISO 8601 in UTC; empty if the name does not say.
        sure: whether it is somebody's for certain, and not just a file that lies there.
    """

    student: Student
    file: str
    number: int | None = None
    handed_in: str = ""
    sure: bool = True


_CANVAS = re.compile(
    r"(?:(?!LATE_)(?P<name>\w+?)_)?(?:LATE_)?(?P<id>\d+|anon_[A-Za-z0-9]+)_\d+_(?P<file>[^/]+)"
)


def canvas(path: PurePosixPath) -> Who | None:
    """Canvas, "Download submissions": ``doejane_LATE_1234_56789_lab.ipynb``.

    The name as it is sorted, in small letters and without spaces; LATE if it is; the number of the
    user, or anon_ and letters; the number of the file; the file's own name. A later attempt's file
    is called ``lab-1.ipynb``. Source: Canvas, ``lib/content_zipper.rb``.
    """
    found = _CANVAS.fullmatch(path.name)
    if found is None:
        return None
    student = Student(id=found["id"], last_name=found["name"] or "")
    again = re.search(r"-(\d+)\.\w+$", found["file"])
    return Who(student, found["file"], int(again[1]) + 1 if again else None)


_MOODLE = re.compile(r"(?P<name>[^/]*?)_(?P<id>\d+)_assignsubmission_file_?(?P<file>[^/]*)")


def moodle(path: PurePosixPath) -> Who | None:
    """Moodle, "Download all submissions": ``Jane Doe_1234_assignsubmission_file/lab.ipynb``.

    The full name, or "Participant", and the participant's number stand before the mark, as a folder
    or, if the teacher wants no folders, before the file's name. Source: Moodle,
    ``mod/assign/classes/downloader.php``; older versions end the folder's name with "_".
    """
    for part in path.parts:
        found = _MOODLE.fullmatch(part)
        if found is not None:
            file = found["file"] if part is path.parts[-1] else path.name
            blind = found["name"].casefold() == "participant"
            return Who(Student(id=found["id"], last_name="" if blind else found["name"]), file)
    return None


def gradescope(path: PurePosixPath, metadata: dict[str, Any]) -> list[Who]:
    """Gradescope, "Export submissions": ``assignment_1_export/submission_23/lab.ipynb``.

    Args:
        path: the file.
        metadata: ``submission_metadata.yml``, which lies beside the folders: by a folder's name
            ``:submitters`` with ``:name``, ``:sid`` and ``:email``, and ``:created_at``.

    Returns:
        One for each of a group's members; none if the folder is not in it.
    """
    entry = next((metadata[part] for part in path.parts[:-1] if part in metadata), None)
    if not isinstance(entry, dict):
        return []
    when = moment(str(entry.get(":created_at", "")))
    found = []
    for one in entry.get(":submitters") or ():
        said = {key: str(one.get(f":{key}") or "") for key in ("name", "sid", "email")}
        name = said["sid"] or said["email"] or said["name"]
        if name:
            student = Student(id=name, last_name=said["name"], email=said["email"])
            found.append(Who(student, path.name, handed_in=when))
    return found


def by_pattern(path: PurePosixPath, pattern: re.Pattern[str]) -> Who | None:
    """A regular expression with named groups, as nbgrader's ``zip_collect`` takes it.

    ``student_id`` has to be there; ``first_name``, ``last_name``, ``email``, ``timestamp``,
    ``file_id`` and ``attempt`` may be. It is matched from the beginning of the path, as there.
    Source: nbgrader, ``plugins/zipcollect.py``.
    """
    found = pattern.match(str(path))
    if found is None:
        return None
    said = {key: value or "" for key, value in found.groupdict().items()}
    number = said.get("attempt", "")
    student = Student(
        id=said["student_id"],
        first_name=said.get("first_name", ""),
        last_name=said.get("last_name", ""),
        email=said.get("email", ""),
    )
    when = moment(said.get("timestamp", ""))
    file = said.get("file_id", "") or path.name
    return Who(student, file, int(number) if number.isdecimal() else None, when)


def by_folder(path: PurePosixPath) -> Who:
    """A folder for each student, or a file for each: the first part of the path is the name."""
    alone = len(path.parts) == 1
    return Who(Student(id=path.stem if alone else path.parts[0]), path.name, sure=not alone)


def moment(text: str) -> str:
    """A time as ISO 8601 in UTC; empty if it is none. A time without a zone is taken as UTC.

    >>> moment("2026-11-02 15:58:23.948203 UTC")
    '2026-11-02T15:58:23+00:00'
    """
    said = re.sub(r"\s*(UTC|UCT|GMT|Z)$", "+00:00", text.strip())
    said = re.sub(r"\s+([+-]\d\d):?(\d\d)$", r"\1:\2", said)
    said = re.sub(r"(\.\d{6})\d+", r"\1", said)  # Ruby writes more digits than Python reads
    # In the name of a file there are no colons.
    said = re.sub(r"^(\d{4}-\d\d-\d\d)[-_ ](\d\d)[-_](\d\d)[-_](\d\d)", r"\1T\2:\3:\4", said)
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return ""
    found = found if found.tzinfo else found.replace(tzinfo=UTC)
    return found.astimezone(UTC).isoformat(timespec="seconds")
