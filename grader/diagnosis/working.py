"""The statements of a function that its answer is made of, without those beside them.

Learners print, log, check and try things out in the midst of their code. What of it takes part in
the answer is followed backwards from what is returned: a statement does if it gives a value to a
name that is used in another one that does.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from grader.submissions.syntax import walked

_CHANGING = {"append", "extend", "insert", "update", "sort", "reverse", "fill", "pop", "resize"}
_HEADS = ("target", "iter", "test")
_BODIES = ("body", "orelse", "finalbody", "handlers")
_BLOCKS = (ast.For, ast.While, ast.If, ast.With, ast.Try, ast.ExceptHandler)


@dataclass(frozen=True, eq=False)
class _Line:
    """A statement, or the head of a block.

    Attributes:
        node: its syntax.
        above: the heads of the blocks that it stands in.
    """

    node: ast.AST
    above: tuple[_Line, ...]


def working(tree: ast.FunctionDef) -> ast.Module:
    """What a function's answer is made of: its statements, and blocks with what of them is left.

    It is empty if nothing is returned. Checks are left out, which make nothing.
    """
    lines = list(_lines(tree.body, ()))
    waiting = [line for line in lines if _hands_over(line.node)]
    giving = defaultdict(list)
    for line in lines:
        for name in _gives(line.node):
            giving[name].append(line)
    found: set[ast.AST] = set()
    while waiting:
        line = waiting.pop()
        if line.node not in found:
            found.add(line.node)
            waiting += line.above
            for name in _names(walked(line.node)):
                waiting += giving.pop(name, ())
    return ast.Module(list(_kept(tree.body, found)), [])


def _lines(body: Iterable[ast.AST], above: tuple[_Line, ...]) -> Iterator[_Line]:
    """The statements of a body in order, those of blocks behind the heads that they stand under."""
    for node in body:
        if not isinstance(node, _BLOCKS):
            yield _Line(node, above)
            continue
        parts = [getattr(node, field, None) for field in _HEADS]
        parts += [item.context_expr for item in getattr(node, "items", ())]
        heads = tuple(_Line(part, above) for part in parts if part)
        yield from heads
        for field in _BODIES:
            yield from _lines(getattr(node, field, ()), (*above, *heads))


def _kept(body: Iterable[Any], found: set[ast.AST]) -> Iterator[Any]:
    """The statements of a body that are found, and its blocks with those of them in them."""
    for node in body:
        if not isinstance(node, _BLOCKS):
            if node in found:
                yield node
            continue
        inner = {name: list(_kept(getattr(node, name, ()), found)) for name in _BODIES}
        if any(inner.values()):
            fields = {**dict(ast.iter_fields(node)), **inner}
            yield ast.copy_location(
                type(node)(**{name: fields[name] for name in node._fields}), node
            )


def _hands_over(node: ast.AST) -> bool:
    """Whether a value leaves the function here."""
    if isinstance(node, ast.Return):
        return node.value is not None
    return any(isinstance(part, ast.Yield | ast.YieldFrom) for part in walked(node))


def _gives(node: ast.AST) -> set[str]:
    """The names that a statement gives a value, or whose parts it may change."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.Assert | ast.Raise):
        return set()
    stored = [part for part in walked(node) if isinstance(getattr(part, "ctx", None), ast.Store)]
    called = [
        part.value
        for part in walked(node)
        if isinstance(part, ast.Attribute) and part.attr in _CHANGING
    ]
    return _names([*stored, *called, *map(_changed, stored)])


def _changed(part: ast.AST) -> ast.AST:
    """What is changed where a part of it is given a value: ``a`` of ``a[0][1]``."""
    while isinstance(part, ast.Subscript | ast.Attribute):
        part = part.value
    return part


def _names(nodes: Iterable[ast.AST]) -> set[str]:
    return {node.id for node in nodes if isinstance(node, ast.Name)}
