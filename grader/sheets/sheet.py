"""What a class-wide format is: it makes a text, or fills a sheet that was downloaded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from grader.errors import GraderError
from grader.gradebook.classes import Class


class SheetError(GraderError):
    """The class does not fit into the sheet; the message says what. Nothing is written."""


class Sheet(msgspec.Struct, frozen=True):
    """A way to write a class; one of the three functions is there.

    Attributes:
        name: what ``--to`` of ``grader export`` takes.
        about: one line on who reads it.
        example: a command to copy.
        make: the class as text.
        fill: the downloaded sheet as text with the points filled in; it is given the class, the
            sheet and the name of the column (empty: found by the assignment's title).
        store: writes into a file that is no text.
    """

    name: str
    about: str
    example: str
    make: Callable[[Class], str] | None = None
    fill: Callable[[Class, str, str], str] | None = None
    store: Callable[[Class, Path], None] | None = None
