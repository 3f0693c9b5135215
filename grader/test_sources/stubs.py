"""The file that students begin with, made from a reference: function heads without bodies.

Imports, docstrings and the heads of functions, classes and their methods stay; what is computed at
the top of the file goes, and so do names with an underscore in front, which are helpers.
"""

from __future__ import annotations

import ast

from grader.submissions.syntax import tree_of

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


def _is_given(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
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
