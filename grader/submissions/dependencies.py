"""Which statements depend on which: what some names need, found in one pass over all there is.

Each name, statement and alias is looked at once for each set of goals, however they hang together,
so the work grows with the source and no faster.
"""

from __future__ import annotations

import ast
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeGuard

from grader.submissions.aliases import Edge, Node, edges, graph, reached
from grader.submissions.bindings import Names, changing_functions
from grader.submissions.reading import Cell


@dataclass(eq=False)
class Statement:
    """A top-level statement.

    Attributes:
        cell: where it stands.
        node: its syntax tree.
        names: what it does with names.
        changes: what it may change in place, at the calls of the notebook's functions as well.
        dynamic: whether it may do anything, at these calls as well.
        needed: whether it is to be run.
        together: itself and what shares its lines.
        place: its number among all statements, from 0.
    """

    cell: Cell
    node: ast.stmt
    names: Names
    changes: set[Node] = field(default_factory=set)
    dynamic: bool = False
    needed: bool = False
    together: list[Statement] = field(default_factory=list)
    place: int = 0

    @property
    def lines(self) -> range:
        """Its lines in the cell, from 1, decorators included."""
        decorators = getattr(self.node, "decorator_list", [])
        first = min([self.node.lineno, *(part.lineno for part in decorators)])
        return range(first, (self.node.end_lineno or first) + 1)


class Dependencies:
    """The statements of a notebook with what each of them binds and changes.

    Attributes:
        statements: in order.
    """

    def __init__(self, statements: list[Statement], imported: frozenset[str]) -> None:
        """Find how they hang together.

        Args:
            statements: in order; what each changes is filled in.
            imported: names that are bound to modules somewhere in the notebook.
        """
        known = _what_calls_do(statements, imported)
        known += [edge for statement in statements for edge in _aliases(statement.node)]
        self._forward, self._backward = graph(known), graph(known, backward=True)
        self._binding: dict[Node, list[Statement]] = {}
        self._changing: dict[Node, list[Statement]] = {}
        for place, statement in enumerate(statements):
            statement.place = place
            for name in statement.names.binds:
                self._binding.setdefault(name, []).append(statement)
            for node in statement.changes:
                self._changing.setdefault(node, []).append(statement)
        self.statements = statements

    def binding(self, name: str) -> list[Statement]:
        """The statements that bind a name, in order."""
        return self._binding.get(name, [])

    def changing(self, name: str) -> list[Statement]:
        """The statements that may change in place what a name stands for."""
        nodes = reached([name], self._backward)
        return [statement for node in nodes for statement in self._changing.get(node, ())]

    def behind(self, statement: Statement) -> set[str]:
        """The names that a statement uses, and those that their values were made of before it."""
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
            place = bisect_left(binding, reader.place, key=lambda known: known.place)
            made = binding[max(place - 1, 0)]
            waiting += [(used, made) for used in made.names.uses]
        return found

    def mark(self, goals: Iterable[str]) -> None:
        """Mark the statements that the goals need, and those that may do anything."""
        wanted = set(goals)
        watched: set[Node] = set()  # who changes one of these changes something that is wanted
        changed: set[Node] = set()  # by what is needed
        names = [*wanted]
        found = [statement for statement in self.statements if statement.dynamic]
        while names or found:
            if found:
                statement = found.pop()
                for part in () if statement.needed else statement.together:
                    part.needed = True
                    touched = reached(part.changes, self._forward, changed)
                    more = part.names.uses.union(filter(_is_name, touched)) - wanted
                    names += more
                    wanted |= more
            else:
                name = names.pop()
                found += self._binding.get(name, ())
                for node in reached([name], self._backward, watched):
                    found += self._changing.get(node, ())


def _is_name(node: Node) -> TypeGuard[str]:
    return isinstance(node, str)


def _aliases(node: ast.stmt) -> list[Edge]:
    try:
        return edges([node])
    except RecursionError:  # ``names_of`` takes such a statement to do anything
        return []


@dataclass(frozen=True)
class _CallOf:
    """The node that stands for what calls of a function of the notebook do."""

    name: str


def _what_calls_do(statements: list[Statement], imported: frozenset[str]) -> list[Edge]:
    """Fill in what each statement changes, what the functions it calls do included.

    What is passed to a function that changes its arguments is changed. Functions that change or
    rebind globals, or do what nobody can see, do it where they are called: by a function that
    calls them just as well.

    Returns:
        From the node for a function's calls, edges to the names that they change, and to the
        calls that it makes.
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
    """Whoever calls what does what nobody can see does it as well."""
    unseen = [
        _CallOf(statement.node.name)
        for statement in statements
        if isinstance(statement.node, ast.FunctionDef) and statement.names.dynamic
    ]
    dynamic = reached(unseen, graph(calls, backward=True))
    for statement in statements:
        names = statement.names
        called = not dynamic.isdisjoint(statement.changes)
        statement.dynamic = names.dynamic or names.star or called
