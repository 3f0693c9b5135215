"""The dependencies between statements, and the statements that some names need.

For each set of goals every name, statement and alias is visited once, so the work is linear in the
size of the source.
"""

from __future__ import annotations

import ast
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeGuard

from grader.submissions.aliases import Edge, Node, adjacency, alias_edges, reachable
from grader.submissions.bindings import Names, changing_functions
from grader.submissions.reading import Cell


@dataclass(eq=False)
class Statement:
    """A top-level statement.

    Attributes:
        cell: the statement's cell.
        node: its syntax tree.
        names: the names that it uses, binds and changes.
        changes: the nodes that it may change in place, also by calls of the notebook's functions.
        dynamic: whether it may do anything to any name, also by these calls.
        needed: whether it is to be run.
        together: the statement and those that share its lines.
        position: its number among all statements, from 0.
    """

    cell: Cell
    node: ast.stmt
    names: Names
    changes: set[Node] = field(default_factory=set)
    dynamic: bool = False
    needed: bool = False
    together: list[Statement] = field(default_factory=list)
    position: int = 0

    @property
    def lines(self) -> range:
        """The statement's lines in its cell, from 1, decorators included."""
        decorators = getattr(self.node, "decorator_list", [])
        first = min([self.node.lineno, *(part.lineno for part in decorators)])
        return range(first, (self.node.end_lineno or first) + 1)


class Dependencies:
    """The statements of a notebook, by the names that they bind and change.

    Attributes:
        statements: all statements in order.
    """

    def __init__(self, statements: list[Statement], imported: frozenset[str]) -> None:
        """Find the dependencies.

        Args:
            statements: all statements in order; ``changes`` and ``dynamic`` are filled in.
            imported: the names that are bound to modules somewhere in the notebook.
        """
        known = _effects_of_calls(statements, imported)
        known += [edge for statement in statements for edge in _aliases(statement.node)]
        self._forward, self._backward = adjacency(known), adjacency(known, backward=True)
        self._binding: dict[Node, list[Statement]] = {}
        self._changing: dict[Node, list[Statement]] = {}
        for position, statement in enumerate(statements):
            statement.position = position
            for name in statement.names.binds:
                self._binding.setdefault(name, []).append(statement)
            for node in statement.changes:
                self._changing.setdefault(node, []).append(statement)
        self.statements = statements

    def binding(self, name: str) -> list[Statement]:
        """The statements that bind a name, in order."""
        return self._binding.get(name, [])

    def changing(self, name: str) -> list[Statement]:
        """The statements that may change a name's object in place."""
        nodes = reachable([name], self._backward)
        return [statement for node in nodes for statement in self._changing.get(node, ())]

    def behind(self, statement: Statement) -> set[str]:
        """The names that a statement uses, and the names that their values were computed from."""
        found: set[str] = set()
        waiting = [(name, statement) for name in statement.names.uses]
        while waiting:
            name, reader = waiting.pop()
            if name in found:
                continue
            found.add(name)
            binding = self._binding.get(name)
            if not binding:
                continue
            later = bisect_left(binding, reader.position, key=lambda known: known.position)
            source = binding[max(later - 1, 0)]
            waiting += [(used, source) for used in source.names.uses]
        return found

    def mark(self, goals: Iterable[str]) -> None:
        """Mark the statements that the goals need, and those that may do anything, as needed."""
        wanted = set(goals)
        watched: set[Node] = set()  # a change of one of these nodes changes a wanted name
        changed: set[Node] = set()  # nodes that needed statements change
        names = [*wanted]
        found = [statement for statement in self.statements if statement.dynamic]
        while names or found:
            if found:
                statement = found.pop()
                for part in () if statement.needed else statement.together:
                    part.needed = True
                    touched = reachable(part.changes, self._forward, changed)
                    more = part.names.uses.union(filter(_is_name, touched)) - wanted
                    names += more
                    wanted |= more
            else:
                name = names.pop()
                found += self._binding.get(name, ())
                for node in reachable([name], self._backward, watched):
                    found += self._changing.get(node, ())


def _is_name(node: Node) -> TypeGuard[str]:
    return isinstance(node, str)


def _aliases(node: ast.stmt) -> list[Edge]:
    try:
        return alias_edges([node])
    except RecursionError:  # ``names_of`` takes such a statement to do anything
        return []


@dataclass(frozen=True)
class _CallOf:
    """The node for the effects of calling a function of the notebook."""

    name: str


def _effects_of_calls(statements: list[Statement], imported: frozenset[str]) -> list[Edge]:
    """Fill in ``changes`` and ``dynamic``, the effects of called functions included.

    An object passed to a function that changes its arguments is changed. Functions that change or
    rebind globals, or are dynamic, have these effects where they are called, also through other
    functions.

    Returns:
        Edges from the node for a function's calls to the names that they change, and to the calls
        that the function makes.
    """
    functions = [each.node for each in statements if isinstance(each.node, ast.FunctionDef)]
    changing = changing_functions(functions, imported)
    defined = {function.name for function in functions}
    found: list[Edge] = []
    for statement in statements:
        names = statement.names
        calls = {_CallOf(callee) for callee in names.passes.keys() & defined}
        statement.changes |= names.changes
        if isinstance(statement.node, ast.FunctionDef):
            own = _CallOf(statement.node.name)
            rebound = names.binds - {statement.node.name}
            found += [(own, node) for node in (*names.changes, *rebound, *calls)]
            continue
        statement.changes |= calls
        for callee in names.passes.keys() & changing:
            statement.changes |= names.passes[callee]
    _spread_dynamic(statements, found)
    return found


def _spread_dynamic(statements: list[Statement], calls: list[Edge]) -> None:
    """Mark the statements that call a dynamic function, directly or not, as dynamic."""
    own = [
        _CallOf(statement.node.name)
        for statement in statements
        if isinstance(statement.node, ast.FunctionDef) and statement.names.dynamic
    ]
    dynamic = reachable(own, adjacency(calls, backward=True))
    for statement in statements:
        names = statement.names
        called = not dynamic.isdisjoint(statement.changes)
        statement.dynamic = names.dynamic or names.star or called
