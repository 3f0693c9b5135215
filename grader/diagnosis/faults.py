"""Faults in the catalogue, in words for the instructor.

A fault never costs a submission a mark or a class its grading: the entry is left out, and the
instructor's report says where to mend it.
"""

from __future__ import annotations

import traceback
from pathlib import Path

import msgspec

from grader.errors import GraderError
from grader.texts import printable

_LONGEST = 200  # characters of an exception's words; a submission may have chosen them


class Fault(msgspec.Struct, frozen=True):
    """Something in the catalogue that the instructor has to mend.

    Attributes:
        exercise: the exercise of the entry; empty if the fault concerns all exercises.
        name: the name of the entry.
        file: the path of its file from the folder of the assignment.
        line: the line in the file, from 1; 0 if it is not known.
        what: the fault, as a part of a sentence.
    """

    exercise: str
    name: str
    file: str
    line: int
    what: str

    @property
    def id(self) -> str:
        """The entry's name: ``exercise/name``."""
        return f"{self.exercise}/{self.name}"

    @property
    def words(self) -> str:
        """The place of the fault and the fault, as one line of a report."""
        line = f", line {self.line}" if self.line else ""
        return f"{self.file}{line}: {self.what}"


class CatalogueError(GraderError):
    """An entry of the catalogue cannot be used; the message names the file, the line, the fault.

    Attributes:
        fault: the fault that the message tells of.
    """

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.words)
        self.fault = fault


def fault_of(error: BaseException, exercise: str, name: str, file: str) -> Fault:
    """The fault that an exception in a function of an entry is.

    Args:
        error: the exception.
        exercise: the exercise of the entry.
        name: the name of the entry.
        file: its file; the line of the fault is the innermost one in this file.
    """
    lines = [at.lineno for at in traceback.extract_tb(error.__traceback__) if at.filename == file]
    if isinstance(error, SyntaxError):
        lines.append(error.lineno)
    return Fault(exercise, name, file, (lines[-1] if lines else 0) or 0, said(error))


def said(error: BaseException) -> str:
    """An exception in a line of bounded length: ``KeyError: 'x'``."""
    words = printable(str(error))
    words = words if len(words) <= _LONGEST else words[:_LONGEST] + "..."
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def place(error: BaseException) -> str:
    """The innermost line of code that an exception came from: ``worked_examples.py, line 3``."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
