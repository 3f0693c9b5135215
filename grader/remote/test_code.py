"""The code of tests, whose assertions say what they saw, as under pytest."""

from __future__ import annotations

import ast
from functools import cache
from types import CodeType
from typing import Any

from _pytest.assertion.rewrite import rewrite_asserts

from grader.remote.own_types import ask_types

CAUGHT = "@grader_caught"
"""The name of a function that a module of tests calls when it catches what an assertion raised."""


@cache
def compiled(source: str, file: str, *, notes_caught: bool = False) -> CodeType:
    """A test's code, whose assertions say what they saw; made once for all submissions.

    Args:
        source: the code.
        file: its name in tracebacks.
        notes_caught: whether ``CAUGHT`` is called where what an assertion raises is caught, and
            nothing else is asserted or raised for it.
    """
    tree = ast.parse(source, file)
    if notes_caught:
        _note_caught(tree)
    rewrite_asserts(tree, source.encode("utf-8", "replace"), file)
    ask_types(tree)  # afterwards, so that assertions are told as they are written
    for node in ast.walk(tree):  # the submission's names are none of the test's own, for its words
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "@py_builtins.locals":
            node.attr = "dict"
    return compile(tree, file, "exec", dont_inherit=True)


def _note_caught(tree: ast.Module) -> None:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Try) or not _has(node.body, ast.Assert):
            continue
        for handler in node.handlers:
            if not _has(handler.body, ast.Assert | ast.Raise):
                call = ast.Expr(ast.Call(ast.Name(CAUGHT, ast.Load()), [], []))
                handler.body.insert(0, ast.fix_missing_locations(ast.copy_location(call, handler)))


def _has(statements: list[ast.stmt], kind: Any) -> bool:  # noqa: ANN401 - a class or several
    return any(isinstance(node, kind) for part in statements for node in ast.walk(part))
