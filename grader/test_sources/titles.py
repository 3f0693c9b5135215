"""Titles for the exercises of a notebook whose names are no words, as ``cell-938593c4a215c6cc``."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from grader.test_sources.found import statements_of

_MADE = re.compile(r"cell-[0-9a-f]{6,}")  # nbgrader's own, where nobody has named a cell
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.+?)\s*#*\s*$", re.MULTILINE)
_MARKUP = re.compile(r"<[^>]*>|[*_`$]|!?\[([^\]]*)\]\([^)]*\)")
_LONGEST = 60


def titles_of(cells: Sequence[dict[str, Any]], places: Mapping[str, int]) -> dict[str, str]:
    """The titles of the exercises that need one: the function that a cell defines, or its heading.

    Args:
        cells: of the notebook.
        places: the numbers of the exercises' cells, from 1, by the exercises' names.
    """
    found: dict[str, str] = {}
    used: Counter[str] = Counter()
    for name, number in places.items():
        title = _title(cells, number) if _MADE.fullmatch(name) else ""
        if title:
            used[title] += 1
            found[name] = f"{title} ({used[title]})" if used[title] > 1 else title
    return found


def _title(cells: Sequence[dict[str, Any]], number: int) -> str:
    cell = cells[number - 1]
    if cell["cell_type"] == "code":
        for statement in statements_of(cell["source"]):
            if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                return statement.name
    for above in reversed(cells[:number]):
        headings = _HEADING.findall(above["source"]) if above["cell_type"] == "markdown" else []
        if headings:
            plain = " ".join(_MARKUP.sub(r"\1", headings[-1]).split())
            return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 3]}..."
    return ""
