"""The type of a format for a whole class: it makes a file, or fills a downloaded sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from grader.errors import GraderError
from grader.gradebook.classes import Class


class SheetError(GraderError):
    """The class and the sheet do not fit together; the message says where. Nothing is written."""


class ClassFormat(msgspec.Struct, frozen=True):
    """A way to write a class; exactly one of the three functions is given.

    Attributes:
        name: the name that ``--to`` of ``grader export`` takes.
        about: one line that says who reads the format.
        example: a command to copy.
        make: returns the class as text.
        fill: returns the downloaded sheet as text with the points filled in; its arguments are
            the class, the sheet and the name of the column (if empty, the column is found by the
            title of the assignment).
        store: writes the class to a file that is not text; returns what is to be said of it
            besides, as a line, or nothing.
    """

    name: str
    about: str
    example: str
    make: Callable[[Class], str] | None = None
    fill: Callable[[Class, str, str], str] | None = None
    store: Callable[[Class, Path], str] | None = None
