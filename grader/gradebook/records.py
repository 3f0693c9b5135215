"""Rows of the gradebook as they are read and written."""

from __future__ import annotations

import zlib
from typing import Literal

import msgspec

from grader.report import Points, Report


class Attempt(msgspec.Struct, frozen=True):
    """A file that a student handed in.

    Attributes:
        student: the student's id.
        file: its path in the folder or archive that was graded.
        number: the platform's number of the attempt; None without one.
        handed_in: the time of handing in, in ISO 8601, without a zone if the platform says none;
            empty if it is not known.
        submission: the digest of its code cells; None if it could not be read.
        reason: why it could not be read; empty if it could.
        at: the time when this row was added.
        told: the platform's own remark on it, such as that it is late; else empty.
    """

    student: str
    file: str
    number: int | None
    handed_in: str
    submission: str | None
    reason: str
    at: str = ""
    told: str = ""


Kind = Literal["mark", "deadline", "withdrawn", "held", "group"]


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """A person's decision about a student; of each kind and part the newest counts.

    Attributes:
        student: the student's id; empty for everybody, who can only be held back.
        kind: ``mark`` is points and a comment; ``deadline`` is one of the student's own;
            ``withdrawn`` takes the student out of the class; ``held`` holds the mark back;
            ``group`` puts the student into a group, whose members hand in as one.
        part: a mark's exercise by its name, or its case by the id; empty for the whole.
        submission: the digest of the submission that the mark of a part is on.
        points: a mark's points; None leaves them as they are graded.
        text: a mark's comment for the student; a deadline's time, or ``none``; a group's name;
            ``yes`` for the other kinds. Empty takes an earlier decision back.
        who: the person.
        why: the reason, for instructors alone.
        at: the time, in ISO 8601 with the zone.
    """

    student: str
    kind: Kind = "mark"
    part: str = ""
    submission: str | None = None
    points: Points | None = None
    text: str = ""
    who: str
    why: str = ""
    at: str = ""


class Failure(msgspec.Struct, frozen=True):
    """The grader could not grade a submission that could be read."""

    reason: str
    at: str


class Grading(msgspec.Struct, frozen=True):
    """One report on a submission, as it was made.

    Attributes:
        row: its number.
        submission: the digest of the submission's code cells.
        conditions: the number of the conditions it was made under.
        points: the report's total.
        packed: the report, compressed.
        part: the exercises that were asked anew if the others were kept from an earlier grading;
            empty if all were asked.
        level: the sandbox's level.
        seconds: the time that grading took.
        host: the machine that added this row.
        at: the time when this row was added.
    """

    row: int
    submission: str
    conditions: int
    points: Points
    packed: bytes
    part: str
    level: str
    seconds: float
    host: str
    at: str

    @property
    def report(self) -> Report:
        """The report, decompressed."""
        return msgspec.json.decode(zlib.decompress(self.packed), type=Report)
