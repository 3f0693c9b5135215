"""A CSV sheet that was downloaded, read so that it can be written back with a few cells changed."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from grader.export.cells import inert
from grader.sheets.sheet import SheetError

_MARK = "\ufeff"  # what Excel and Canvas put before UTF-8


@dataclass
class Table:
    """The sheet's cells, its separator, and how its lines end.

    Attributes:
        rows: all rows, the head included; cells as they are.
        separator: comma or semicolon.
        ending: of a line.
        marked: whether it begins with a byte order mark.
    """

    rows: list[list[str]]
    separator: str
    ending: str
    marked: bool

    @classmethod
    def read(cls, text: str) -> Table:
        """The sheet in a text.

        Raises:
            SheetError: it is no CSV, or has no rows.
        """
        content = text.removeprefix(_MARK)
        head = content.partition("\n")[0]
        separator = ";" if head.count(";") > head.count(",") else ","
        try:
            rows = list(
                csv.reader(io.StringIO(content, newline=""), delimiter=separator, strict=True)
            )
        except csv.Error as error:
            raise SheetError(f"the sheet is no CSV file: {error}") from error
        if not rows:
            raise SheetError("the sheet is empty")
        ending = "\r\n" if "\r\n" in content else "\n"
        return cls(rows, separator, ending, content != text)

    @property
    def head(self) -> list[str]:
        """The names of the columns."""
        return self.rows[0]

    def column(self, name: str) -> int:
        """Where the column of this name is; -1 if there is none.

        Raises:
            SheetError: there are two.
        """
        found = [place for place, cell in enumerate(self.head) if cell.strip() == name]
        if len(found) > 1:
            raise SheetError(f"the sheet has {len(found)} columns called {name!r}")
        return found[0] if found else -1

    def cell(self, row: Sequence[str], column: int) -> str:
        """A cell without blanks around it; empty where the row or the column does not reach."""
        return row[column].strip() if 0 <= column < len(row) else ""

    def put(self, row: int, column: int, content: str | float) -> None:
        """Change a cell; a text is made inert."""
        line = self.rows[row]
        line += [""] * (column + 1 - len(line))
        line[column] = inert(content) if isinstance(content, str) else str(content)

    def written(self) -> str:
        """The sheet as text again."""
        lines = [_line(row, self.separator) + self.ending for row in self.rows]
        return (_MARK if self.marked else "") + "".join(lines)


def _line(row: list[str], separator: str) -> str:
    """A row without its end; a cell with any line break is quoted, whatever ends lines here."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerow(row)
    return out.getvalue().removesuffix("\r\n")


Key = Callable[[int], str]
"""What a row of a sheet is known by, in lower case; empty if by nothing of this kind."""


def lookup(rows: Sequence[int], *keys: Key) -> list[dict[str, list[int]]]:
    """For each kind of key, the rows by it."""
    found: list[dict[str, list[int]]] = []
    for key in keys:
        by: dict[str, list[int]] = {}
        for row in rows:
            if key(row):
                by.setdefault(key(row), []).append(row)
        found.append(by)
    return found
