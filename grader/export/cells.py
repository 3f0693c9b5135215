"""CSV in which no cell is a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

# What makes spreadsheets compute (OWASP, CSV Injection), in its full-width forms, too: at the
# beginning of a cell, and after whatever another reader of the file may take for the beginning of
# one. Where the comma is the decimal mark, spreadsheets separate cells by semicolons.
_FORMULA = re.compile(r"(^|[,;|\t\n\"])(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")
_SPACES = ("\t", "\n")  # that make a cell one, by themselves, at its beginning


def inert(text: str) -> str:
    """The text so that no spreadsheet takes it, or a part of it, for a formula.

    An apostrophe before the formula makes it a text.
    """
    clean = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    marked = _FORMULA.sub(r"\1'", clean)
    return f"'{marked}" if marked.startswith(_SPACES) else marked


def table(rows: Iterable[Iterable[str | int | float]]) -> str:
    """Rows as CSV (RFC 4180, with line feeds); numbers stay numbers, texts are made inert."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in rows:
        writer.writerow([inert(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue()
