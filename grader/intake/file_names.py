"""The student of a file, told from its path: by a pattern, or by the folder or file at the top.

The names that learning platforms give to files are known in ``platforms``.
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


class Submitter(msgspec.Struct, frozen=True):
    """The student who handed in a file, with all that the file's path says of the attempt.

    Attributes:
        student: the student.
        file: the file's own name, without the text that the platform put before it.
        attempt_number: higher for a later attempt; None if the path has no number.
        handed_in: the time in ISO 8601, without a zone if the path says none; empty without a time.
        certain: whether the file is a student's for certain, and not a file that lies there by
            chance.
        written_name: the student's name as the path has it. Two such names for one id are a
            question to the instructor.
        reason: why the file cannot be graded although it is this student's; else empty.
        attempt_key: differs between the attempts of a student, if a platform gives out several.
        order_problem: a sentence about a time or number that is not understood; else empty.
        remark: a sentence of the platform's about the attempt; else empty.
    """

    student: Student
    file: str
    attempt_number: int | None = None
    handed_in: str = ""
    certain: bool = True
    written_name: str = ""
    reason: str = ""
    attempt_key: str = ""
    order_problem: str = ""
    remark: str = ""


Naming = Callable[[PurePosixPath], Submitter | None]
"""The submitter of a file by its path; None if the path is not of the platform's kind."""


def by_pattern(path: PurePosixPath, pattern: re.Pattern[str]) -> Submitter | None:
    """The submitter by a regular expression with named groups; None if the path does not match.

    The group ``student_id`` is needed; ``first_name``, ``last_name``, ``email``, ``timestamp``,
    ``file_id`` and ``attempt`` are optional. The expression is matched from the beginning of the
    path. Source: nbgrader, ``plugins/zipcollect.py``.
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
    problem = f"its time, {time}, is not understood" if time and not when else ""
    if number and not re.fullmatch(r"[0-9]{1,18}", number):
        problem = f"the number of its attempt, {number}, is none, or has more than 18 digits"
    return Submitter(
        student,
        said.get("file_id") or shown(path.name),
        None if problem or not number else int(number),
        when,
        written_name=found["student_id"],
        order_problem=problem,
    )


def by_place(path: PurePosixPath) -> Submitter:
    """The submitter named by the path's first part: each student has a folder or a file."""
    alone = len(path.parts) == 1
    name = stem(path.name) if alone else path.parts[0]
    student = Student(id=shown(name))
    return Submitter(student, shown(path.name), certain=not alone, written_name=name)
