"""Names that stand for the same object, so that a change through one name changes the other.

``net = model`` gives an object a second name; ``for layer in model.layers`` and ``row = X[0]`` give
a name to a part of one. A call makes a new object, as far as can be seen.

The names form a graph; an edge says that a change of its first node changes its second. An
assignment of many names to many names goes through a node of its own, so the graph is never larger
than the source.
"""

from __future__ import annotations

import ast
from collections.abc import Hashable, Iterable, Iterator, Mapping

from grader.submissions.syntax import walked

# Functions whose results have the elements of their arguments.
_THROUGH = {"enumerate", "zip", "reversed", "list", "tuple", "iter", "sorted"}

Node = Hashable
"""A name, the expression that an assignment takes its objects from, or a function's calls."""
Edge = tuple[Node, Node]
"""Changing the first changes the second."""
Graph = Mapping[Node, list[Node]]


def alias_edges(nodes: Iterable[ast.AST]) -> list[Edge]:
    """The edges of some statements, functions' bodies included."""
    return [edge for node in nodes for part in walked(node) for edge in _edges(part)]


def adjacency(known: Iterable[Edge], *, backward: bool = False) -> Graph:
    """The neighbours of each node: the ends of its edges, or backward their beginnings."""
    found: dict[Node, list[Node]] = {}
    for first, second in known:
        start, end = (second, first) if backward else (first, second)
        found.setdefault(start, []).append(end)
    return found


def reachable(start: Iterable[Node], along: Graph, known: set[Node] | None = None) -> set[Node]:
    """The nodes that can be reached from some nodes, these included.

    Args:
        start: the nodes to begin with.
        along: the neighbours of each node.
        known: the nodes reached before, which are left out; the nodes found are added.
    """
    known = set() if known is None else known
    found: set[Node] = set()
    waiting = [*start]
    while waiting:
        node = waiting.pop()
        if node not in known:
            known.add(node)
            found.add(node)
            waiting += along.get(node, ())
    return found


def _edges(node: ast.AST) -> Iterator[Edge]:
    if isinstance(node, ast.Assign):
        # With several targets each of them is the new object, whatever it is.
        alike = len(node.targets) > 1 and not isinstance(node.value, ast.Constant)
        for first, second in _assigned(node.targets, node.value, alike=alike):
            yield first, second
            yield second, first
    elif isinstance(node, ast.NamedExpr):
        yield from _assigned([node.target], node.value)
    elif isinstance(node, ast.For | ast.comprehension):
        yield from _assigned([node.target], node.iter)


def _assigned(
    targets: Iterable[ast.expr], value: ast.expr, *, alike: bool = False
) -> Iterator[Edge]:
    """Edges from each name of some targets to the value that it stands for in whole or in part.

    Args:
        targets: the targets of an assignment.
        value: the value assigned.
        alike: whether names that stand for a new object get edges, too.
    """
    names: dict[ast.expr, list[str]] = {}
    for target in targets:
        for name, part in _pairs(target, value):
            names.setdefault(part, []).append(name)
    for part, held in names.items():
        roots = list(roots_of(part))
        if roots or (alike and part is value):
            yield from ((name, part) for name in held)
            yield from ((part, root) for root in roots)


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """Each name of a target with the expression whose object, or part of it, it stands for."""
    waiting: list[tuple[ast.expr, ast.expr]] = [(target, value)]
    while waiting:
        place, source = waiting.pop()
        if isinstance(place, ast.Tuple | ast.List):
            parts = _parts(source, len(place.elts))
            pairs = zip(place.elts, parts, strict=True)
            waiting += [(inner, part) for inner, part in pairs if part is not None]
        elif isinstance(place, ast.Starred):
            waiting.append((place.value, source))
        elif isinstance(place, ast.Name):
            yield place.id, source


def _parts(value: ast.expr, count: int) -> list[ast.expr | None]:
    """The value that each of ``count`` targets gets; None for a new object."""
    if isinstance(value, ast.Tuple | ast.List) and len(value.elts) == count:
        return list(value.elts)
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        if value.func.id == "enumerate" and count == 2 and value.args:  # noqa: PLR2004
            return [None, value.args[0]]
        if value.func.id == "zip" and len(value.args) == count:
            return list(value.args)
    return [value] * count


def roots_of(value: ast.expr) -> Iterator[str]:
    """Yield the names whose objects, in whole or in part, are the value of an expression."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, ast.Attribute | ast.Subscript | ast.Starred):
            waiting.append(part.value)
        elif isinstance(part, ast.Name):
            yield part.id
        elif isinstance(part, ast.Tuple | ast.List):
            waiting += part.elts
        elif isinstance(part, ast.IfExp):
            waiting += (part.body, part.orelse)
        elif isinstance(part, ast.Call) and isinstance(part.func, ast.Name):
            waiting += part.args if part.func.id in _THROUGH else []
