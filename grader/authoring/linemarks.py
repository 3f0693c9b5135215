"""Marks after a line of a source say how the student sees the line, and how the instructor does.

Otter's ``x = 3  # SOLUTION`` leaves ``x = ...``; its ``# SOLUTION NO PROMPT`` and ``# SEED`` leave
nothing. In a region, dlai-grader's ``# @KEEP`` keeps the line, ``# @REPLACE y`` puts ``y`` in its
place, and ``# @REPLACE EQUALS None`` changes what is assigned.
"""

from __future__ import annotations

import ast
import re

_LINE = re.compile(r"(?P<code>\s*[^\s#].*?)\s*# ?(?P<what>SOLUTION(?: NO PROMPT)?|SEED)\s*$")
_AT = re.compile(r"(?P<code>.*?)\s*# ?@(?P<what>KEEP|REPLACE EQUALS|REPLACE)(?: (?P<by>.*))?$")


def is_solution(line: str) -> bool:
    """Tell whether the mark after a line makes it the instructor's."""
    return bool(_LINE.match(line))


def replaced(line: str) -> list[str]:
    """The lines that an ``@KEEP`` or ``@REPLACE`` after a solution's line leaves of it."""
    match = _AT.match(line)
    if not match:
        return []
    code, by = match["code"], match["by"] or ""
    indent = code[: len(code) - len(code.lstrip())]
    if match["what"] == "KEEP":
        return [code]
    return [f"{_target(code)} {by}" if match["what"] == "REPLACE EQUALS" else indent + by]


def seen(line: str) -> list[str]:
    """The lines that a student sees of a line outside all regions."""
    match = _LINE.match(line)
    if not match:
        return [line]
    if match["what"] != "SOLUTION":
        return []
    code = match["code"]
    indent = code[: len(code) - len(code.lstrip())]
    target = _target(code)
    return [f"{target} ..." if target else f"{indent}..."]


def _target(code: str) -> str:
    """An assignment up to its equals sign; empty for other statements."""
    try:
        (statement,) = ast.parse(code.strip()).body
    except (SyntaxError, ValueError):
        return ""
    value = getattr(statement, "value", None)
    if not isinstance(statement, ast.Assign | ast.AugAssign | ast.AnnAssign) or value is None:
        return ""
    before = code.strip().encode()[: value.col_offset].decode()
    indent = code[: len(code) - len(code.lstrip())]
    return indent + before.rstrip(" (")


def unmarked(line: str) -> str:
    """A line without the mark after it."""
    match = _LINE.match(line) or _AT.match(line)
    return match["code"] if match else line
