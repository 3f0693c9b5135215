"""Which statements the graded names depend on. The rest (plots, experiments, tests) is not run.

A statement is needed if it binds or changes a needed name; then every name it uses is needed too,
wherever in the notebook that is bound, because functions look their names up when called.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass

from grader.names import Names, changing_functions, modules_of, names_of
from grader.submission import Cell


@dataclass(frozen=True)
class Slice:
    """What is run of a submission.

    Attributes:
        cells: number and source of each cell, statements that are not needed blanked out, so
            that line numbers stay.
        modules: the top-level modules that are imported.
        skipped: whether anything was left out.
        defined: how often each goal is defined, over all cells.
        cell_of: the cell of each goal's last definition.
        bound: every name that a statement of the notebook binds.
    """

    cells: tuple[tuple[int, str], ...]
    modules: frozenset[str]
    skipped: bool
    defined: dict[str, int]
    cell_of: dict[str, int]
    bound: frozenset[str]


@dataclass
class _Statement:
    cell: Cell
    node: ast.stmt
    names: Names
    needed: bool = False


def needed(cells: Iterable[Cell], goals: Iterable[str], *, everything: bool = False) -> Slice:
    """The part of the cells that the goals depend on; all of them with ``everything``."""
    goals = tuple(goals)
    runnable = [(cell, ast.parse(cell.source)) for cell in cells if cell.error is None]
    modules = modules_of(tree for _, tree in runnable)
    imported = frozenset(modules)
    statements = [
        _Statement(cell, node, names_of(node, imported))
        for cell, tree in runnable
        for node in tree.body
    ]
    _pass_through(statements, imported)
    _mark(statements, set(goals))
    if everything:
        for statement in statements:
            statement.needed = True
    chosen = [statement for statement in statements if statement.needed]
    return Slice(
        cells=tuple(_blanked(cell, chosen) for cell in _in_order(chosen)),
        modules=frozenset(module for one in chosen for module in _imports(one.node)),
        skipped=len(chosen) < len(statements),
        defined={goal: sum(_defines(one, goal) for one in statements) for goal in goals},
        cell_of={
            goal: one.cell.number for goal in goals for one in statements if goal in one.names.binds
        },
        bound=frozenset(name for one in statements for name in one.names.binds),
    )


def _defines(statement: _Statement, goal: str) -> bool:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Assign, ast.AnnAssign, ast.ClassDef)
    return goal in statement.names.binds and isinstance(statement.node, kinds)


def _pass_through(statements: list[_Statement], imported: frozenset[str]) -> None:
    """What is passed to a function of the notebook that changes its arguments is changed."""
    functions = [one.node for one in statements if isinstance(one.node, ast.FunctionDef)]
    changing = changing_functions(functions, imported)
    globally = {  # functions that change or rebind globals do it where they are called
        one.node.name: one.names.changes | (one.names.binds - {one.node.name})
        for one in statements
        if isinstance(one.node, ast.FunctionDef)
    }
    for one in statements:
        if isinstance(one.node, ast.FunctionDef):
            continue
        for callee, given in one.names.passes.items():
            if callee in changing:
                one.names.changes |= given
            one.names.changes |= globally.get(callee, set())


def _mark(statements: list[_Statement], wanted: set[str]) -> None:
    """Mark what is needed until nothing is added any more."""
    changed = True
    while changed:
        changed = False
        for one in statements:
            touched = one.names.binds | one.names.changes
            if one.needed or not (touched & wanted or one.names.dynamic or one.names.star):
                continue
            one.needed = changed = True
            wanted |= one.names.uses | one.names.changes


def _in_order(chosen: list[_Statement]) -> list[Cell]:
    return list({one.cell.number: one.cell for one in chosen}.values())


def _blanked(cell: Cell, chosen: list[_Statement]) -> tuple[int, str]:
    """The cell with empty lines where no chosen statement stands."""
    kept: set[int] = set()
    for one in chosen:
        if one.cell is cell:
            decorators = getattr(one.node, "decorator_list", [])
            first = min([one.node.lineno, *(part.lineno for part in decorators)])
            kept.update(range(first, (one.node.end_lineno or first) + 1))
    lines = cell.source.split("\n")
    text = "\n".join(line if number in kept else "" for number, line in enumerate(lines, 1))
    return cell.number, text.rstrip() + "\n"


def _imports(node: ast.stmt) -> Iterable[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in one.names)
        elif isinstance(one, ast.ImportFrom) and one.module:
            yield one.module.partition(".")[0]
