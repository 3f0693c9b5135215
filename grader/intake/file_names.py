"""Whose a file is, told from where it lies: by a pattern, or by the folder or file at the top.

What learning platforms call their files is known in ``platforms``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath

import msgspec

from grader.gradebook.classes import Student
from grader.intake.found_files import stem
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
        attempt: which of the student's attempts, where several are given out at once; else empty.
        unclear: what says when it was handed in and is not understood, in a sentence; else empty.
        told: what else the platform says of it, in a sentence; else empty.
    """

    student: Student
    file: str
    number: int | None = None
    handed_in: str = ""
    sure: bool = True
    claim: str = ""
    reason: str = ""
    attempt: str = ""
    unclear: str = ""
    told: str = ""


Naming = Callable[[PurePosixPath], Who | None]


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
    unclear = f"its time, {time}, is not understood" if time and not when else ""
    if number and not re.fullmatch(r"[0-9]{1,18}", number):
        unclear = f"the number of its attempt, {number}, is none, or has more than 18 digits"
    file = said.get("file_id") or shown(path.name)
    counted = None if unclear or not number else int(number)
    return Who(student, file, counted, when, claim=found["student_id"], unclear=unclear)


def by_place(path: PurePosixPath) -> Who:
    """A folder for each student, or a file for each: the first part of the path is the name."""
    alone = len(path.parts) == 1
    name = stem(path.name) if alone else path.parts[0]
    return Who(Student(id=shown(name)), shown(path.name), sure=not alone, claim=name)
