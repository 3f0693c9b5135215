"""CSV text in which no spreadsheet takes a cell for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

# Signs that make spreadsheets compute (OWASP, CSV Injection), in their full-width forms, too: at
# the beginning of a cell, and after any sign that a spreadsheet may take for the end of the cell
# before. Where the comma is the decimal mark, spreadsheets separate cells by semicolons.
_FORMULA = re.compile(r"(^|[,;|\t\n\"])(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")
_SPACES = ("\t", "\n")  # at the beginning of a cell these alone make it a formula


def inert(text: str) -> str:
    """The text with an apostrophe before each place where a spreadsheet might see a formula.

    Spreadsheets take what begins with an apostrophe for text.
    """
    clean = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    marked = _FORMULA.sub(r"\1'", clean)
    return f"'{marked}" if marked.startswith(_SPACES) else marked


def csv_text(rows: Iterable[Iterable[str | int | float]]) -> str:
    """Rows as CSV (RFC 4180, with line feeds); numbers stay numbers, texts are made inert."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in rows:
        writer.writerow([inert(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue()
