"""CSV in which no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

# What makes spreadsheets compute (OWASP, CSV Injection), in its full-width forms, too.
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def inert(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula: with an apostrophe before it."""
    clean = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    return f"'{clean}" if clean.lstrip(" \u00a0").startswith(_ACTIVE) else clean


def table(rows: Iterable[Iterable[str | int]]) -> str:
    """Rows as CSV (RFC 4180, with line feeds); numbers stay numbers, texts are made inert."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in rows:
        writer.writerow([inert(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue()
