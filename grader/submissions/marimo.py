"""A marimo notebook, which is a Python script in which each cell is a function.

Source: marimo's guide, "Understanding the file format" (``@app.cell``, ``@app.function``,
``@app.class_definition``, ``with app.setup``).
"""

from __future__ import annotations

import ast

from grader.submissions.scripts import lines_in_texts
from grader.submissions.syntax import UNPARSABLE, tree_of

_WHOLE = ("function", "class_definition")


def marimo_cells(text: str) -> list[str]:
    """The sources of the cells of a marimo notebook; empty for any other script."""
    if "import marimo" not in text or "marimo.App(" not in text:
        return []
    try:
        tree = tree_of(text)
    except UNPARSABLE:
        return []
    inside = lines_in_texts(tree)
    lines = text.split("\n")
    found = [cell for node in tree.body for cell in _cell(node, lines, inside)]
    return [cell for cell in found if cell.strip()]


def _cell(node: ast.stmt, lines: list[str], inside: frozenset[int]) -> list[str]:
    """The source of a statement that is a cell, in a list; empty for any other statement."""
    if isinstance(node, ast.With) and _mark(node.items[0].context_expr) == "setup":
        return [_without_margin(node.body, lines, inside)]
    marks = [_mark(decorator) for decorator in getattr(node, "decorator_list", [])]
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and "cell" in marks:
        body = node.body[:-1] if isinstance(node.body[-1], ast.Return) else node.body
        return [_without_margin(body, lines, inside)] if body else []
    if any(mark in _WHOLE for mark in marks):
        return ["\n".join(lines[node.lineno - 1 : node.end_lineno])]
    return []


def _mark(node: ast.expr) -> str:
    """The attribute of ``app``: ``cell`` in ``app.cell`` and ``app.cell(hide_code=True)``."""
    called = node.func if isinstance(node, ast.Call) else node
    is_of_app = isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name)
    return called.attr if is_of_app and called.value.id == "app" else ""  # type: ignore[attr-defined]


def _without_margin(body: list[ast.stmt], lines: list[str], inside: frozenset[int]) -> str:
    """The lines of some statements moved to the left margin; lines within long texts stay."""
    margin = " " * body[0].col_offset
    first = min([body[0].lineno, *(d.lineno for d in getattr(body[0], "decorator_list", []))])
    taken = range(first, (body[-1].end_lineno or first) + 1)
    return "\n".join(
        lines[number - 1] if number in inside else lines[number - 1].removeprefix(margin)
        for number in taken
    )
