"""A downloaded CSV sheet, read so that it can be written back with a few cells changed."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.export.csv_cells import inert
from grader.sheets.class_format import SheetError

_MARK = "\ufeff"  # the byte order mark that Excel and Canvas put before UTF-8


@dataclass
class DownloadedSheet:
    """The cells of a sheet, and the conventions of its file.

    Attributes:
        rows: all rows with the head as the first; cells as they are.
        separator: comma or semicolon.
        ending: the end of a line, CR LF or LF.
        marked: whether the file begins with a byte order mark.
    """

    rows: list[list[str]]
    separator: str
    ending: str
    marked: bool

    @classmethod
    def read(cls, text: str) -> DownloadedSheet:
        """Read a sheet from the text of its file.

        Raises:
            SheetError: the text is not CSV, or has no rows.
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
        """The place of the column with this name; -1 if there is none.

        Raises:
            SheetError: several columns have this name.
        """
        found = [place for place, cell in enumerate(self.head) if cell.strip() == name]
        if len(found) > 1:
            raise SheetError(f"the sheet has {len(found)} columns called {name!r}")
        return found[0] if found else -1

    def cell(self, row: Sequence[str], column: int) -> str:
        """A cell without blanks around it; empty if the row is too short or there is no column."""
        return row[column].strip() if 0 <= column < len(row) else ""

    def put(self, row: int, column: int, content: str | float) -> None:
        """Change a cell; a text is made inert, so that it is no formula."""
        line = self.rows[row]
        line += [""] * (column + 1 - len(line))
        line[column] = inert(content) if isinstance(content, str) else str(content)

    def written(self) -> str:
        """The sheet as the text of a file."""
        lines = [_line(row, self.separator) + self.ending for row in self.rows]
        return (_MARK if self.marked else "") + "".join(lines)


def _line(row: list[str], separator: str) -> str:
    """A row without its line end; a cell with any kind of line break is quoted."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerow(row)
    return out.getvalue().removesuffix("\r\n")


Key = Callable[[int], str]
"""A function that gives an identifier of a row in lower case; empty if the row has none."""


def rows_by_key(rows: Sequence[int], *keys: Key) -> list[dict[str, list[int]]]:
    """For each key function, the numbers of the rows under each identifier."""
    indexes: list[dict[str, list[int]]] = []
    for key in keys:
        index: dict[str, list[int]] = {}
        for row in rows:
            if key(row):
                index.setdefault(key(row), []).append(row)
        indexes.append(index)
    return indexes


def agrees(cell: str, points: float) -> bool:
    """Whether a cell is empty or has this number, with a decimal point or a decimal comma."""
    try:
        return not cell or float(cell.replace(",", ".")) == points
    except ValueError:
        return False


def sheet_text(path: Path) -> str:
    """The text of a sheet's file; line ends stay as they are.

    Raises:
        SheetError: the file cannot be read, or is not UTF-8.
    """
    try:
        return path.read_bytes().decode()
    except OSError as error:
        raise SheetError(f"{path} cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise SheetError(f"{path} is not UTF-8: download it anew, without opening it") from None
