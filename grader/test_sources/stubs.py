"""The file that students begin with, made from a reference: function heads without bodies.

Imports, docstrings and the heads of functions, classes and their methods stay; what is computed at
the top of the file goes, and so do names with an underscore in front, which are helpers.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection

from grader.submissions.syntax import tree_of

MAGIC = re.compile(r"^(?=[^\S\n]*[%!])", re.MULTILINE)
"""Begins a line that is a notebook's command and no Python."""
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_TO_DO = ast.parse("raise NotImplementedError('write this')").body


def stub_of(source: str) -> str:
    """The file with nothing written in it yet.

    Args:
        source: the reference solution.
    """
    tree = tree_of(source)
    kept = [statement for statement in tree.body if _is_given(statement)]
    tree.body = [_emptied(statement) for statement in kept]
    return ast.unparse(tree) + "\n"


def emptied(source: str, names: Collection[str]) -> str:
    """A cell in which these functions and classes are heads and docstrings; the rest stays.

    Args:
        source: the cell's text, magic commands included.
        names: of functions and classes.
    """
    lines = source.split("\n")
    for statement in reversed(tree_of(MAGIC.sub("# ", source)).body):
        if isinstance(statement, _DEFINITIONS) and statement.name in names:
            first = min([statement.lineno, *(part.lineno for part in statement.decorator_list)])
            blank = ast.unparse(_emptied(statement)).split("\n")
            lines[first - 1 : statement.end_lineno] = blank
    return "\n".join(lines)


def _is_given(statement: ast.stmt) -> bool:
    if isinstance(statement, _DEFINITIONS):
        return not statement.name.startswith("_")
    return isinstance(statement, ast.Import | ast.ImportFrom) or _is_text(statement)


def _is_text(statement: ast.stmt) -> bool:
    """Whether a statement is a docstring."""
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def _emptied(statement: ast.stmt) -> ast.stmt:
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
        statement.body = [*(part for part in statement.body[:1] if _is_text(part)), *_TO_DO]
    elif isinstance(statement, ast.ClassDef):
        inner = [part for part in statement.body if _is_text(part) or _is_method(part)]
        statement.body = [_emptied(part) for part in inner] or [ast.Pass()]
    return statement


def _is_method(statement: ast.stmt) -> bool:
    if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
        return False
    return statement.name == "__init__" or not statement.name.startswith("_")
