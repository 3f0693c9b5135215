"""The statements that the graded names depend on. The rest (plots, experiments, tests) is not run.

A statement is needed if it binds or changes a needed name; then every name it uses is needed too,
wherever in the notebook it is bound, because functions look their names up when called.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property
from itertools import groupby, pairwise

import msgspec

from grader.submissions.bindings import modules_of, names_of
from grader.submissions.dependencies import Dependencies, Statement
from grader.submissions.reading import Cell
from grader.submissions.syntax import tree_of, walked


class Slice(msgspec.Struct, frozen=True):
    """The part of a submission that is run.

    Attributes:
        cells: number and source of each cell, statements that are not needed blanked out, so
            that line numbers stay.
        modules: the top-level modules that are imported.
        skipped: whether any statement was left out.
        defined: the number of definitions of each goal, over all cells.
        cell_of: the cell of each goal's last definition.
        cells_of: that cell, and the cells after it which change the goal in place.
        left_out: the names that are bound only by statements that are not run.
    """

    cells: tuple[tuple[int, str], ...]
    modules: frozenset[str]
    skipped: bool
    defined: dict[str, int]
    cell_of: dict[str, int]
    cells_of: dict[str, tuple[int, ...]]
    left_out: frozenset[str]


def needed(cells: Iterable[Cell], goals: Iterable[str], *, everything: bool = False) -> Slice:
    """The part of the cells that the goals depend on; all of them with ``everything``."""
    return StatementGraph(cells).needed(goals, everything=everything)


class StatementGraph:
    """The statements of a submission and their dependencies, which are read once, when needed."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        """Keep the cells, in order."""
        self._cells = cells

    @cached_property
    def _known(self) -> Dependencies:
        return _dependencies(self._cells)

    def needed(self, goals: Iterable[str], *, everything: bool = False) -> Slice:
        """The part of the cells that the goals depend on; all of them with ``everything``."""
        return _chosen(self._known, tuple(goals), everything=everything)

    def names_behind(self, cell: int, line: int) -> set[str]:
        """The names that a statement binds or uses, and those that their values come from.

        Args:
            cell: the number of the statement's cell.
            line: a line of the statement, from 1; 0 for all statements of the cell.
        """
        own = [known for known in self._known.statements if known.cell.number == cell]
        at = [known for known in own if line in known.lines] or own
        return set().union(*(self._known.behind(known) | known.names.binds for known in at))

    def is_within(self, name: str, cell: int, line: int) -> bool:
        """Whether a line is in a statement that gives a name its value."""
        return any(
            known.cell.number == cell and line in known.lines for known in self._known.binding(name)
        )

    def binds(self, name: str) -> bool:
        """Whether any statement gives a name a value."""
        return bool(self._known.binding(name))

    def takes(self, name: str) -> int | None:
        """The arguments of a function's last ``def`` in number; None without one or with a star."""
        found = [known.node for known in self._known.binding(name)]
        last = found[-1] if found else None
        if not isinstance(last, ast.FunctionDef) or last.args.vararg or last.args.kwarg:
            return None
        return len(last.args.posonlyargs) + len(last.args.args) + len(last.args.kwonlyargs)


def _dependencies(cells: Iterable[Cell]) -> Dependencies:
    parsed = [(cell, _parsed(cell)) for cell in cells]
    runnable = [(cell, tree) for cell, tree in parsed if tree is not None]
    imported = frozenset(modules_of(tree for _, tree in runnable))
    statements = [
        Statement(cell, node, names_of(node, imported))
        for cell, tree in runnable
        for node in tree.body
    ]
    _join_lines(statements)
    return Dependencies(statements, imported)


def _chosen(known: Dependencies, goals: tuple[str, ...], *, everything: bool) -> Slice:
    for statement in known.statements:
        statement.needed = everything
    if not everything:
        known.mark(goals)
    chosen = [statement for statement in known.statements if statement.needed]
    binding = {goal: known.binding(goal) for goal in goals}
    cell_of = {goal: found[-1].cell.number for goal, found in binding.items() if found}
    bound = {name for statement in known.statements for name in statement.names.binds}
    return Slice(
        cells=_blanked(chosen),
        modules=frozenset(module for statement in chosen for module in _imports(statement.node)),
        skipped=len(chosen) < len(known.statements),
        defined={goal: sum(map(_defines, found)) for goal, found in binding.items()},
        cell_of=cell_of,
        cells_of={goal: _cells_of(last, known.changing(goal)) for goal, last in cell_of.items()},
        left_out=frozenset(bound)
        - {name for statement in chosen for name in statement.names.binds},
    )


def _parsed(cell: Cell) -> ast.Module | None:
    """The cell's tree; None if it cannot run."""
    if cell.error is not None:
        return None
    try:
        return tree_of(cell.source)
    except RecursionError:  # how deep Python reads depends on how deep it is called
        return None


def _defines(statement: Statement) -> bool:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Assign, ast.AnnAssign, ast.ClassDef)
    return isinstance(statement.node, kinds)


def _cells_of(last: int, changing: list[Statement]) -> tuple[int, ...]:
    numbers = {statement.cell.number for statement in changing if statement.needed}
    return (last, *sorted(number for number in numbers if number > last))


def _join_lines(statements: list[Statement]) -> None:
    """Join statements that share a line (``a = 1; b = 2``): they are run together or not at all."""
    for statement in statements:
        statement.together = [statement]
    for _, group in groupby(statements, key=_cell_number):
        in_cell = list(group)
        lines = in_cell[0].cell.source.split("\n")
        for statement, after in pairwise(in_cell):
            last = statement.lines[-1]
            if after.lines[0] <= last or lines[last - 1].endswith("\\"):
                statement.together.append(after)
                after.together = statement.together


def _blanked(chosen: list[Statement]) -> tuple[tuple[int, str], ...]:
    """The cells of some statements, with empty lines in place of all other statements."""
    found = []
    for number, group in groupby(chosen, key=_cell_number):
        in_cell = list(group)
        kept = {line for statement in in_cell for line in statement.lines}
        lines = in_cell[0].cell.source.split("\n")
        text = "\n".join(line if place in kept else "" for place, line in enumerate(lines, 1))
        found.append((number, text.rstrip() + "\n"))
    return tuple(found)


def _cell_number(statement: Statement) -> int:
    return statement.cell.number


def _imports(node: ast.stmt) -> Iterable[str]:
    for part in walked(node):
        if isinstance(part, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in part.names)
        elif isinstance(part, ast.ImportFrom) and part.module:
            yield part.module.partition(".")[0]
