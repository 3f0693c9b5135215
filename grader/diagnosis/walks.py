"""The loops of a function: the lengths they run over, and the places their counters pick.

``for j in range(1, units + 1)`` with ``units = W.shape[1]`` walks along axis 1 of W, from 1 to one
beyond its end; ``b[j - 1]`` picks at the counter less 1. Sizes are followed through plain names,
``n, units = W.shape`` included.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from grader.diagnosis.parts import NOTHING, Part
from grader.submissions.syntax import walked

_DEEPEST = 8  # names that stand for each other


class Size(NamedTuple):
    """A length: an array, one of its axes, and the number that is added to its length."""

    array: str
    axis: int
    more: int = 0


class Walk(NamedTuple):
    """The range of a loop's counter.

    Attributes:
        counter: the name of the counter.
        first: its first number.
        size: the end of the range, which it does not reach.
    """

    counter: str
    first: int
    size: Size


class Pick(NamedTuple):
    """A place that a counter picks: an array, one of its axes, the distance from the counter."""

    array: str
    axis: int
    away: int


class Walks:
    """The walks and picks of one function."""

    def __init__(self, tree: ast.AST) -> None:
        """Find the walks and picks.

        Args:
            tree: the syntax tree of the function.
        """
        self._tree = tree
        self._stands_for: dict[str, Part | Size] = {}
        given: dict[str, int] = {}
        for node in walked(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                given[node.id] = given.get(node.id, 0) + 1
            if isinstance(node, ast.Assign):
                self._stands_for |= _stands_for(node)
        self._stands_for = {
            name: what for name, what in self._stands_for.items() if given.get(name) == 1
        }
        self.all = tuple(self._found())

    def picks(self, counter: str) -> frozenset[Pick]:
        """The places that a counter picks."""
        return frozenset(self._picks.get(counter, ()))

    @cached_property
    def _picks(self) -> Mapping[str, set[Pick]]:
        found: dict[str, set[Pick]] = defaultdict(set)
        for node in walked(self._tree):
            if not isinstance(node, ast.Subscript):
                continue
            array, before = node.value, 0
            while isinstance(array, ast.Subscript):  # W[i][j] is W[i, j]
                array, before = array.value, before + len(Part(array).index)
            if isinstance(array, ast.Name):
                for axis, part in enumerate(Part(node).index):
                    name, away = _shifted(part)
                    found[name].add(Pick(array.id, before + axis, away))
        return found

    def size(self, part: Part) -> Size | None:
        """The length that an expression stands for; None if that cannot be followed."""
        for _ in range(_DEEPEST):
            known = self._stands_for.get(part.name, NOTHING)
            if isinstance(known, Size):
                return known
            if not known:
                break
            part = known
        if part.operator in ("+", "-") and part.right.number is not None:
            size = self.size(part.left) if part.left else None
            more = int(part.right.number) * (1 if part.operator == "+" else -1)
            return size._replace(more=size.more + more) if size else None
        if part.function in ("len", "int") and len(part.args) == 1:
            inner = part.arg(0)
            return self.size(inner) if part.function == "int" else _length(inner)
        if part.value.attribute == "shape" and part.place is not None:
            return _along(part.value.owner.name, int(part.place))
        return None

    def _found(self) -> Iterator[Walk]:
        for node in walked(self._tree):
            if not isinstance(node, ast.For | ast.comprehension):
                continue
            run, counter = Part(node.iter), Part(node.target)
            if run.function != "range" or not counter.name or not 1 <= len(run.args) <= 2:  # noqa: PLR2004 - range(first, end)
                continue
            first = run.arg(0).number if len(run.args) > 1 else 0
            size = self.size(run.args[-1])
            if first is not None and size is not None:
                yield Walk(counter.name, int(first), size)


def _stands_for(node: ast.Assign) -> Mapping[str, Part | Size]:
    """By each name of an assignment, the code or the length of an axis that it stands for."""
    target, value = Part(node.targets[0]), Part(node.value)
    if target.name:
        return {target.name: value}
    if value.attribute != "shape" or not value.owner.name:
        return {}
    return {
        part.name: Size(value.owner.name, axis)
        for axis, part in enumerate(target.elements)
        if part.name
    }


def _length(part: Part) -> Size | None:
    """The axis whose length ``len`` of a part is: for ``W[0]`` the second axis of W."""
    if part.name:
        return Size(part.name, 0)
    return Size(part.value.name, 1) if part.value.name and part.place is not None else None


def _along(array: str, axis: int) -> Size | None:
    """An axis of an array; the last one is taken for that of a matrix."""
    return Size(array, axis if axis >= 0 else axis + 2) if array else None


def _shifted(part: Part) -> tuple[str, int]:
    """The name in an index such as ``j - 1``, and the number that is added to it."""
    if part.operator in ("+", "-") and part.right.number is not None:
        return part.left.name, int(part.right.number) * (1 if part.operator == "+" else -1)
    return part.name, 0
