"""Rows of the gradebook as they are read and written."""

from __future__ import annotations

import zlib

import msgspec

from grader.report import Report


class Attempt(msgspec.Struct, frozen=True):
    """A file that a student handed in.

    Attributes:
        student: the student's id.
        file: where it lay in what was handed in.
        number: the platform's number of the attempt; None if it says none.
        handed_in: when, in ISO 8601, without a zone if none is said; empty if it is not known.
        submission: the digest of its code cells; None if it could not be read.
        reason: why not.
        at: when it was noted.
    """

    student: str
    file: str
    number: int | None
    handed_in: str
    submission: str | None
    reason: str
    at: str = ""


class Failure(msgspec.Struct, frozen=True):
    """The grader could not grade a submission that could be read."""

    reason: str
    at: str


class Grading(msgspec.Struct, frozen=True):
    """A report that was made once.

    Attributes:
        row: its number.
        submission: the digest of what was graded.
        conditions: the number of the conditions.
        points: its total.
        packed: the report, compressed.
        part: the exercises that were asked anew if the others were kept from an earlier grading.
        level: the sandbox's level.
        seconds: how long it took.
        host: the machine that wrote it down.
        at: when it was written down.
    """

    row: int
    submission: str
    conditions: int
    points: int
    packed: bytes
    part: str
    level: str
    seconds: float
    host: str
    at: str

    @property
    def report(self) -> Report:
        """The report itself."""
        return msgspec.json.decode(zlib.decompress(self.packed), type=Report)
