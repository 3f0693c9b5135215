"""Which names stand for the same object: what is changed by one is changed by the other.

``net = model`` gives an object a second name; ``for layer in model.layers`` and ``row = X[0]`` give
a name to a part of one. A call makes a new object, as far as can be seen.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from grader.submissions.syntax import walked

# Calls whose elements are the elements of what they are given.
_THROUGH = {"enumerate", "zip", "reversed", "list", "tuple", "iter", "sorted"}

Edge = tuple[str, str]
"""Changing the first name changes the second."""


def edges(nodes: Iterable[ast.AST]) -> frozenset[Edge]:
    """All edges in some statements, functions' bodies included."""
    return frozenset(edge for node in nodes for one in walked(node) for edge in _edges(one))


def spread(changed: set[str], known: frozenset[Edge]) -> set[str]:
    """The names that are changed when these are."""
    found = set(changed)
    while True:
        more = {second for first, second in known if first in found} - found
        if not more:
            return found
        found |= more


def _edges(node: ast.AST) -> Iterator[Edge]:
    if isinstance(node, ast.Assign):
        for target in node.targets:
            for name, root in _pairs(target, node.value):
                yield name, root
                yield root, name
    elif isinstance(node, ast.NamedExpr):
        yield from _pairs(node.target, node.value)
    elif isinstance(node, ast.For | ast.comprehension):
        yield from _pairs(node.target, node.iter)


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[Edge]:
    """A name of the target with each name whose object, or part of it, it may stand for."""
    if isinstance(target, ast.Tuple | ast.List):
        parts = _parts(value, len(target.elts))
        for one, part in zip(target.elts, parts, strict=True):
            yield from _pairs(one, part) if part is not None else ()
    elif isinstance(target, ast.Starred):
        yield from _pairs(target.value, value)
    elif isinstance(target, ast.Name):
        for root in _roots(value):
            if root != target.id:
                yield target.id, root


def _parts(value: ast.expr, count: int) -> list[ast.expr | None]:
    """What each of ``count`` targets gets; None where it is a new object."""
    if isinstance(value, ast.Tuple | ast.List) and len(value.elts) == count:
        return list(value.elts)
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        if value.func.id == "enumerate" and count == 2 and value.args:  # noqa: PLR2004
            return [None, value.args[0]]
        if value.func.id == "zip" and len(value.args) == count:
            return list(value.args)
    return [value] * count


def _roots(value: ast.expr) -> set[str]:
    if isinstance(value, ast.Attribute | ast.Subscript | ast.Starred):
        return _roots(value.value)
    if isinstance(value, ast.Name):
        return {value.id}
    if isinstance(value, ast.Tuple | ast.List):
        return {root for part in value.elts for root in _roots(part)}
    if isinstance(value, ast.IfExp):
        return _roots(value.body) | _roots(value.orelse)
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        parts = value.args if value.func.id in _THROUGH else []
        return {root for part in parts for root in _roots(part)}
    return set()
