"""Finding a function in the text of a cell, and what belongs to it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache
from typing import TypeGuard

from grader.submissions.syntax import UNPARSABLE, tree_of, walked

_LOGGING = frozenset({"debug", "info", "warning", "warn", "error", "exception", "critical", "log"})


@lru_cache(maxsize=64)  # each exercise of a submission asks for its function more than once
def find_function(source: str, name: str) -> ast.FunctionDef | None:
    """The last definition of a function in a source; None if there is none."""
    try:
        tree = tree_of(source)
    except UNPARSABLE:
        return None
    found = [
        node for node in walked(tree) if isinstance(node, ast.FunctionDef) and node.name == name
    ]
    return max(found, key=lambda node: node.lineno) if found else None


def arguments(tree: ast.FunctionDef) -> Iterator[ast.arg]:
    """The named parameters of a function, in their order."""
    given = tree.args
    yield from (*given.posonlyargs, *given.args, *given.kwonlyargs)


def is_log_call(node: ast.AST) -> TypeGuard[ast.Call]:
    """Whether this is a call of a logger's, ``logger.info(...)``."""
    called = node.func if isinstance(node, ast.Call) else None
    return (
        isinstance(called, ast.Attribute)
        and isinstance(called.value, ast.Name)
        and called.attr in _LOGGING
    )
