"""A notebook's language, the version of Python it needs, and code in its text cells."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from grader.submissions.notebook_format import NotebookCell
from grader.submissions.syntax import tree_of, walked

if TYPE_CHECKING:
    from grader.submissions.reading import Cell

_PYTHON = ("python", "ipython", "xpython", "pyodide", "sage")
# Syntax since Python 3.12: type parameters, and any text within a formatted one.
_SINCE_3_12 = re.compile(r"^\s*(?:(?:async )?def|class) \w+\[|^\s*type \w+.*=", re.MULTILINE)
_OF_FORMATTED_TEXT = "f-string"
_DEFINED = re.compile(r"^(?:def|class) (\w+)|^(\w+) *=(?!=)", re.MULTILINE)
_MOST_PROSE = 256 << 10  # characters of all cells of text that are looked at


def is_other_language(language: str, cells: Iterable[Cell]) -> bool:
    """Whether a notebook is in another language: it says so, and no cell has Python's syntax.

    Args:
        language: the language that the notebook says it is in.
        cells: the code cells.
    """
    if not language or language.lower().startswith(_PYTHON):
        return False
    kinds = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)
    return not any(
        isinstance(part, kinds)
        for cell in cells
        if cell.error is None
        for part in walked(tree_of(cell.source))
    )


def newer_python_note(version: str, source: str, message: str) -> str:
    """A remark that a newer Python may read a cell; empty if nothing suggests it.

    Args:
        version: the version of the notebook's own Python; empty if that is not known.
        source: the source of a cell that this Python cannot read.
        message: the message of the syntax error.
    """
    here = ".".join(map(str, sys.version_info[:2]))
    found = re.match(r"(\d+)\.(\d{1,3})", version)
    own = (int(found[1]), int(found[2])) if found else (0, 0)
    if own > sys.version_info[:2]:
        return f" (the notebook is of Python {own[0]}.{own[1]}; this is graded with Python {here})"
    is_new = message.startswith(_OF_FORMATTED_TEXT) or _SINCE_3_12.search(source)
    if is_new and sys.version_info < (3, 12):
        return f" (Python 3.12 may read it; this is graded with Python {here})"
    return ""


def defined_in_prose(cells: Iterable[NotebookCell]) -> frozenset[str]:
    """The names that text cells define, read as if they were code."""
    found: set[str] = set()
    left = _MOST_PROSE
    for cell in cells:
        if cell.kind != "code":
            found |= {
                function or variable for function, variable in _DEFINED.findall(cell.source[:left])
            }
            left -= min(left, len(cell.source))
    return frozenset(found)
