"""Parsing Python, one source at a time, and walking syntax trees, which costs most of reading."""

from __future__ import annotations

import ast
import threading

UNPARSABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
"""The errors that ``tree_of`` raises for a text that is no Python."""

_WALKED = "_walked"
# Before 3.13 Python counts the depth of nesting in one place for all threads: two that parse at the
# same time end in a SystemError now and then, with the message of python/cpython issue 106905.
_ONE_AT_A_TIME = threading.RLock()


def tree_of(source: str) -> ast.Module:
    """The syntax tree of a source, as ``ast.parse``; from any thread.

    Raises:
        SyntaxError: the source is no Python.
        ValueError: it has a null character.
        RecursionError: it is nested too deeply.
        MemoryError: it is nested so deeply that Python's own parser gives up.
    """
    with _ONE_AT_A_TIME:
        return ast.parse(source)


def is_python(source: str) -> bool:
    """Whether Python can read a source."""
    try:
        tree_of(source)
    except UNPARSABLE:
        return False
    return True


def walked(node: ast.AST) -> tuple[ast.AST, ...]:
    """The node and all below it in the order of ``ast.walk``, without the load and store contexts.

    The result is kept at the node, since trees that are walked do not change here.
    """
    known: tuple[ast.AST, ...] | None = getattr(node, _WALKED, None)
    if known is None:
        found = [node]
        for below in found:  # it grows meanwhile
            for name in below._fields:
                part = getattr(below, name, None)
                if isinstance(part, list):
                    found += [item for item in part if isinstance(item, ast.AST)]
                elif isinstance(part, ast.AST) and not isinstance(part, ast.expr_context):
                    found.append(part)
        known = tuple(found)
        setattr(node, _WALKED, known)
    return known
