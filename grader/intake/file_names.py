"""Whose a file is, told from where it lies: what learning platforms call the files they give out.

Each platform is one function with the source of its format. A function gets the path inside what
was handed in and gives who handed it in, or None if the name is not of its kind. A platform writes
the student's name before the file's own, so the first place in a name that fits is the platform's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath

import msgspec

from grader.gradebook.classes import Student
from grader.intake.entries import stem
from grader.intake.shown_names import shown
from grader.intake.times import iso_time


class Who(msgspec.Struct, frozen=True):
    """What a name says.

    Attributes:
        student: who handed in.
        file: the name of the file itself, without what the platform put before it.
        number: of the attempt, the latest with the highest; None if the name has none.
        handed_in: when, in ISO 8601, without a zone if none is said; empty if no time is.
        sure: whether it is somebody's for certain, and not just a file that lies there.
        claim: in what words the student was named; two claims to one id are a question.
        reason: why the file cannot be graded although it is this student's; else empty.
    """

    student: Student
    file: str
    number: int | None = None
    handed_in: str = ""
    sure: bool = True
    claim: str = ""
    reason: str = ""


Naming = Callable[[PurePosixPath], Who | None]

# Numbers have a length: a gradebook keeps those of 64 bits.
_CANVAS = re.compile(
    r"(?:(?!LATE_)(?P<name>.+?)_)??(?:LATE_)?(?P<id>[0-9]{1,18}|anon_[A-Za-z0-9]{1,18})_"
    r"(?:(?P<number>[0-9]{1,18})_(?P<file>.+)|(?P<typed>text|link)\.html)",
    re.DOTALL,
)


def canvas(path: PurePosixPath) -> Who | None:
    """Canvas, "Download submissions": ``doejane_LATE_1234_56789_lab.ipynb``.

    The name as it is sorted, in small letters and of letters alone; LATE if it is; the number of
    the user, or anon_ and letters; the number of the file, which is higher for a later one; the
    file's own name. What was typed in ends with ``_text.html``, an address with ``_link.html``.
    Source: Canvas, ``lib/content_zipper.rb``.
    """
    found = _CANVAS.fullmatch(path.name) if len(path.parts) == 1 else None
    if found is None:
        return None
    name = shown(found["name"] or "")
    student = Student(id=found["id"], last_name=name)
    if found["typed"]:
        what = "a text" if found["typed"] == "text" else "an address"
        return Who(student, path.name, claim=name, reason=f"{what} was handed in, and no file")
    return Who(student, shown(found["file"]), int(found["number"]), claim=name)


_MOODLE = re.compile(
    r"(?P<name>[^_]*)_(?P<id>[0-9]{1,18})_assignsubmission_(?P<kind>file|onlinetext)_?(?P<file>.*)",
    re.DOTALL,
)


def moodle(path: PurePosixPath) -> Who | None:
    """Moodle, "Download all submissions": ``Jane Doe_1234_assignsubmission_file/lab.ipynb``.

    The full name without "_", or "Participant", and the participant's number stand before the mark,
    as a folder or, if the teacher wants no folders, before the file's name. What was typed in has
    another mark. Source: Moodle, ``mod/assign/classes/downloader.php``; older versions end the
    folder's name with "_".
    """
    found = _MOODLE.fullmatch(path.parts[0])
    is_folder = len(path.parts) > 1
    if found is None or bool(found["file"]) is is_folder:
        return None
    name = "" if found["name"].casefold() == "participant" else shown(found["name"])
    student = Student(id=found["id"], last_name=name)
    typed = found["kind"] == "onlinetext"
    reason = "a text was typed in at Moodle, and no file was handed in" if typed else ""
    file = path.name if is_folder else found["file"]
    return Who(student, shown(file), claim=name, reason=reason)


def by_pattern(path: PurePosixPath, pattern: re.Pattern[str]) -> Who | None:
    """A regular expression with named groups, as nbgrader's ``zip_collect`` takes it.

    ``student_id`` has to be there; ``first_name``, ``last_name``, ``email``, ``timestamp``,
    ``file_id`` and ``attempt`` may be. It is matched from the beginning of the path, as there.
    Source: nbgrader, ``plugins/zipcollect.py``.
    """
    found = pattern.match(str(path))
    if found is None or not found["student_id"]:
        return None
    said = {key: shown(value or "") for key, value in found.groupdict().items()}
    student = Student(
        id=said["student_id"],
        first_name=said.get("first_name", ""),
        last_name=said.get("last_name", ""),
        email=said.get("email", ""),
    )
    number, time = said.get("attempt", ""), said.get("timestamp", "")
    when = iso_time(time)
    reason = f"its time, {time}, is not understood" if time and not when else ""
    if number and not re.fullmatch(r"[0-9]{1,18}", number):
        reason = f"the number of its attempt, {number}, is none, or has more than 18 digits"
    file = said.get("file_id") or shown(path.name)
    counted = None if reason or not number else int(number)
    return Who(student, file, counted, when, claim=found["student_id"], reason=reason)


def by_place(path: PurePosixPath) -> Who:
    """A folder for each student, or a file for each: the first part of the path is the name."""
    alone = len(path.parts) == 1
    name = stem(path.name) if alone else path.parts[0]
    return Who(Student(id=shown(name)), shown(path.name), sure=not alone, claim=name)
