"""Wrong programs made of a right one: one thing in it is another."""

from __future__ import annotations

import ast
import random
from collections.abc import Collection, Iterator, Sequence

_OPERATORS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.Lt: ast.LtE,
    ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.And: ast.Or, ast.Or: ast.And, ast.Mod: ast.FloorDiv, ast.FloorDiv: ast.Mod,
}  # fmt: skip


def mutants(
    cells: Sequence[str], count: int, seed: str, tests: Collection[str] = ()
) -> Iterator[list[str]]:
    """So many wrong programs, the same for the same seed.

    Args:
        cells: of the right program.
        count: how many; fewer if there is too little to change.
        seed: decides which.
        tests: cells that stay as they are: a grader puts its own in their place.
    """
    places = [
        (number, place)
        for number, cell in enumerate(cells)
        if cell not in tests
        for place in range(_size(cell))
    ]
    drawn = random.Random(seed).sample(places, min(count, len(places)))
    for number, place in drawn:
        yield [*cells[:number], _changed(cells[number], place), *cells[number + 1 :]]


def _parsed(cell: str) -> ast.Module | None:
    try:
        return ast.parse(cell)
    except SyntaxError:
        return None


def _size(cell: str) -> int:
    tree = _parsed(cell)
    return sum(_can_change(node) for node in ast.walk(tree)) if tree else 0


def _can_change(node: ast.AST) -> bool:
    return type(node) in _OPERATORS or (
        isinstance(node, ast.Constant) and type(node.value) in (int, float, bool)
    )


def _changed(cell: str, place: int) -> str:
    tree = _parsed(cell)
    assert tree is not None
    node = [node for node in ast.walk(tree) if _can_change(node)][place]

    class Change(ast.NodeTransformer):
        def visit(self, other: ast.AST) -> ast.AST:
            if other is not node:
                return self.generic_visit(other)
            if isinstance(other, ast.Constant):
                kind = type(other.value)
                return ast.Constant(not other.value if kind is bool else other.value + 1)  # type: ignore[operator]
            return _OPERATORS[type(other)]()

    return ast.unparse(ast.fix_missing_locations(Change().visit(tree)))
