"""Which statements the graded names depend on. The rest (plots, experiments, tests) is not run.

A statement is needed if it binds or changes a needed name; then every name it uses is needed too,
wherever in the notebook that is bound, because functions look their names up when called.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import msgspec

from grader.submissions.aliases import Edge, edges, spread
from grader.submissions.bindings import Names, changing_functions, modules_of, names_of
from grader.submissions.reading import Cell
from grader.submissions.syntax import tree_of, walked


class Slice(msgspec.Struct, frozen=True):
    """What is run of a submission.

    Attributes:
        cells: number and source of each cell, statements that are not needed blanked out, so
            that line numbers stay.
        modules: the top-level modules that are imported.
        skipped: whether anything was left out.
        defined: how often each goal is defined, over all cells.
        cell_of: the cell of each goal's last definition.
        cells_of: that one, and those after it which change the goal in place.
        left_out: those of them that only statements bind which are not run.
    """

    cells: tuple[tuple[int, str], ...]
    modules: frozenset[str]
    skipped: bool
    defined: dict[str, int]
    cell_of: dict[str, int]
    cells_of: dict[str, tuple[int, ...]]
    left_out: frozenset[str]


@dataclass(eq=False)
class _Statement:
    cell: Cell
    node: ast.stmt
    names: Names
    needed: bool = False
    together: list[_Statement] = field(default_factory=list)  # itself and what shares its lines

    @property
    def lines(self) -> range:
        """Its lines in the cell, from 1, decorators included."""
        decorators = getattr(self.node, "decorator_list", [])
        first = min([self.node.lineno, *(part.lineno for part in decorators)])
        return range(first, (self.node.end_lineno or first) + 1)


def needed(cells: Iterable[Cell], goals: Iterable[str], *, everything: bool = False) -> Slice:
    """The part of the cells that the goals depend on; all of them with ``everything``."""
    return _chosen(_statements(cells), tuple(goals), everything=everything)


def needed_for_each(cells: Iterable[Cell], goals: Mapping[str, Iterable[str]]) -> dict[str, Slice]:
    """The part of the cells that each group of goals depends on; the cells are read once."""
    statements = _statements(cells)
    return {name: _chosen(statements, tuple(one), everything=False) for name, one in goals.items()}


def _statements(cells: Iterable[Cell]) -> list[_Statement]:
    parsed = [(cell, _parsed(cell)) for cell in cells]
    runnable = [(cell, tree) for cell, tree in parsed if tree is not None]
    modules = modules_of(tree for _, tree in runnable)
    imported = frozenset(modules)
    statements = [
        _Statement(cell, node, names_of(node, imported))
        for cell, tree in runnable
        for node in tree.body
    ]
    _pass_through(statements, imported)
    known = frozenset(edge for one in statements for edge in _aliases(one.node))
    for one in statements:
        one.names.changes = spread(one.names.changes, known)
    _join_lines(statements)
    return statements


def _chosen(statements: list[_Statement], goals: tuple[str, ...], *, everything: bool) -> Slice:
    for statement in statements:
        statement.needed = everything
    if not everything:
        _mark(statements, set(goals))
    chosen = [statement for statement in statements if statement.needed]
    bound = frozenset(name for one in statements for name in one.names.binds)
    cell_of = {
        goal: one.cell.number for goal in goals for one in statements if goal in one.names.binds
    }
    return Slice(
        cells=tuple(_blanked(cell, chosen) for cell in _in_order(chosen)),
        modules=frozenset(module for one in chosen for module in _imports(one.node)),
        skipped=len(chosen) < len(statements),
        defined={goal: sum(_defines(one, goal) for one in statements) for goal in goals},
        cell_of=cell_of,
        cells_of={goal: _cells_of(goal, last, chosen) for goal, last in cell_of.items()},
        left_out=bound - {name for one in chosen for name in one.names.binds},
    )


def _parsed(cell: Cell) -> ast.Module | None:
    """The cell's tree; None if it cannot run."""
    if cell.error is not None:
        return None
    try:
        return tree_of(cell.source)
    except RecursionError:  # how deep Python reads depends on how deep it is called
        return None


def _aliases(node: ast.stmt) -> frozenset[Edge]:
    try:
        return edges([node])
    except RecursionError:  # ``names_of`` takes such a statement to do anything
        return frozenset()


def _defines(statement: _Statement, goal: str) -> bool:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Assign, ast.AnnAssign, ast.ClassDef)
    return goal in statement.names.binds and isinstance(statement.node, kinds)


def _cells_of(goal: str, last: int, chosen: list[_Statement]) -> tuple[int, ...]:
    changing = {one.cell.number for one in chosen if goal in one.names.changes}
    return (last, *sorted(number for number in changing if number > last))


def _pass_through(statements: list[_Statement], imported: frozenset[str]) -> None:
    """What is passed to a function of the notebook that changes its arguments is changed."""
    functions = [one for one in statements if isinstance(one.node, ast.FunctionDef)]
    nodes = [one.node for one in functions if isinstance(one.node, ast.FunctionDef)]
    changing = changing_functions(nodes, imported)
    inside = {node.name: Names() for node in nodes}
    for node, one in zip(nodes, functions, strict=True):
        inside[node.name].changes |= one.names.changes | (one.names.binds - {node.name})
        inside[node.name].dynamic |= one.names.dynamic
    # Functions that change or rebind globals, or do what nobody can see, do it where they are
    # called: by a function that calls them just as well.
    for _ in nodes:
        for node, one in zip(nodes, functions, strict=True):
            for callee in one.names.passes.keys() & inside.keys():
                inside[node.name].changes |= inside[callee].changes
                inside[node.name].dynamic |= inside[callee].dynamic
    for one in statements:
        if isinstance(one.node, ast.FunctionDef):
            continue
        for callee, given in one.names.passes.items():
            if callee in changing:
                one.names.changes |= given
            if callee in inside:
                one.names.changes |= inside[callee].changes
                one.names.dynamic |= inside[callee].dynamic


def _join_lines(statements: list[_Statement]) -> None:
    """Statements that share a line (``a = 1; b = 2``) are run together or not at all."""
    for one in statements:
        one.together = [one]
    for one, after in pairwise(statements):
        if one.cell is not after.cell:
            continue
        last = one.lines[-1]
        continued = one.cell.source.split("\n")[last - 1].endswith("\\")
        if after.lines[0] <= last or continued:
            one.together.append(after)
            after.together = one.together


def _mark(statements: list[_Statement], wanted: set[str]) -> None:
    """Mark what is needed until nothing is added any more."""
    changed = True
    while changed:
        changed = False
        for one in statements:
            touched = one.names.binds | one.names.changes
            if one.needed or not (touched & wanted or one.names.dynamic or one.names.star):
                continue
            changed = True
            for part in one.together:
                part.needed = True
                wanted |= part.names.uses | part.names.changes


def _in_order(chosen: list[_Statement]) -> list[Cell]:
    return list({one.cell.number: one.cell for one in chosen}.values())


def _blanked(cell: Cell, chosen: list[_Statement]) -> tuple[int, str]:
    """The cell with empty lines where no chosen statement stands."""
    kept: set[int] = set()
    for one in chosen:
        if one.cell is cell:
            kept.update(one.lines)
    lines = cell.source.split("\n")
    text = "\n".join(line if number in kept else "" for number, line in enumerate(lines, 1))
    return cell.number, text.rstrip() + "\n"


def _imports(node: ast.stmt) -> Iterable[str]:
    for one in walked(node):
        if isinstance(one, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in one.names)
        elif isinstance(one, ast.ImportFrom) and one.module:
            yield one.module.partition(".")[0]
