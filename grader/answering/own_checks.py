"""The values that a check of the learner's own compared when it stopped a call, in words.

A failed ``assert len(b) == W.shape[0]`` tells nothing of its sides; here they get their values:
``len(b)`` is 3 and ``W.shape[0]`` is 2. Only plain names, attributes, indices and lengths are
evaluated again, so no function of the learner's is called a second time.
"""

from __future__ import annotations

import ast
import linecache
from types import FrameType

_PLAIN = (ast.Name, ast.Attribute, ast.Subscript, ast.Constant, ast.Tuple, ast.Load, ast.USub)
_MOST = 3  # sides that are told
_LONGEST = 60  # characters of a side or its value
_LARGEST = 20_000  # characters of a cell that is read for this


def compared(frame: FrameType, line: int) -> str:
    """The sides of the check at a line with their values; empty if there is nothing to tell.

    Args:
        frame: the frame of the learner's function that stopped.
        line: the line at which it stopped, from 1.
    """
    source = "".join(linecache.getlines(frame.f_code.co_filename))
    if not 0 < len(source) <= _LARGEST:
        return ""
    tests = [
        node.test
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Assert | ast.If) and _stops_at(node, line)
    ]
    sides = [
        side
        for part in (ast.walk(tests[-1]) if tests else ())
        if isinstance(part, ast.Compare)
        for side in (part.left, *part.comparators)
        if not isinstance(side, ast.Constant) and _is_plain(side)
    ]
    told = (_with_value(side, frame) for side in sides[:_MOST])
    return ", ".join(filter(None, dict.fromkeys(told)))


def _stops_at(node: ast.Assert | ast.If, line: int) -> bool:
    """Whether a statement is the ``assert`` at a line, or an ``if`` with a ``raise`` there."""
    stops = [node] if isinstance(node, ast.Assert) else node.body
    return any(
        isinstance(stop, ast.Assert | ast.Raise) and stop.lineno <= line <= (stop.end_lineno or 0)
        for stop in stops
    )


def _is_plain(side: ast.expr) -> bool:
    """Whether evaluating a side calls no function but ``len``."""
    if isinstance(side, ast.Call):
        is_length = isinstance(side.func, ast.Name) and side.func.id == "len"
        return is_length and len(side.args) == 1 and _is_plain(side.args[0])
    return all(isinstance(part, _PLAIN) for part in ast.walk(side))


def _with_value(side: ast.expr, frame: FrameType) -> str:
    """``len(b) is 3``; empty if the value is no number, text or shape."""
    code = compile(ast.fix_missing_locations(ast.Expression(side)), "<check>", "eval")
    try:
        value = eval(code, frame.f_globals, frame.f_locals)  # noqa: S307 - it is the learner's own, where it ran
    except Exception:  # noqa: BLE001 - an attribute of the learner's may do anything
        return ""
    parts = value if type(value) is tuple else (value,)
    if not all(type(part) in (bool, int, float, str) for part in parts):
        return ""
    words = f"{ast.unparse(side)} is {value!r}"
    return words if len(words) <= 2 * _LONGEST else ""
