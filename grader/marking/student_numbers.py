"""Numbers in place of names for a person who marks, and the file that is the key to them."""

from __future__ import annotations

import csv
import io
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from grader.errors import GraderError
from grader.export.csv_cells import csv_text, inert

_HEAD: list[str | int] = ["number", "student"]


class KeyFileError(GraderError):
    """The file is no key, or cannot be written."""


def numbered(path: Path, students: Sequence[str]) -> dict[str, int]:
    """The students' numbers, by the key if it is there already.

    New students get numbers after all others, in random order. Only its owner may read the file.

    Args:
        path: the key, a CSV file with numbers and ids.
        students: their ids.

    Raises:
        KeyFileError: the file is no key, or cannot be written.
    """
    known = _read(path)
    new = [student for student in students if inert(student) not in known]
    secrets.SystemRandom().shuffle(new)
    order = [*known, *map(inert, new)]
    if new:
        rows: list[list[str | int]] = [[number, text] for number, text in enumerate(order, 1)]
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        try:
            with os.fdopen(os.open(path, flags, 0o600), "w", encoding="utf-8") as file:
                file.write(csv_text([_HEAD, *rows]))
        except OSError as error:
            raise KeyFileError(f"{path} cannot be written: {error.strerror or error}") from None
    numbers = {text: number for number, text in enumerate(order, 1)}
    return {student: numbers[inert(student)] for student in students}


def _read(path: Path) -> list[str]:
    if not path.exists():
        return []
    try:
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise KeyFileError(f"{path} cannot be read: {error}") from None
    numbers = [[str(number)] for number in range(1, len(rows))]
    is_key = rows[:1] == [_HEAD] and [row[:1] for row in rows[1:]] == numbers
    if not is_key or any(len(row) != len(_HEAD) for row in rows):
        raise KeyFileError(f"{path} is no key to numbers: name another file")
    return [row[1] for row in rows[1:]]
