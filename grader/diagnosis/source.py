"""A function's source without what does not matter: names of its own, comments, printing.

Two programs that are the same in this form differ in spelling alone.
"""

from __future__ import annotations

import ast
import builtins
import copy
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class FunctionFacts:
    """What the source of a function shows.

    Attributes:
        source: its text.
        tree: its syntax tree.
        parameters: their names, in order.
        free: names it reads that it neither binds nor gets, nor are built in.
        raised: the kinds of exceptions it was seen to end with.
    """

    source: str
    tree: ast.FunctionDef
    parameters: tuple[str, ...]
    free: frozenset[str]
    raised: frozenset[str] = frozenset()


def find(source: str, name: str) -> ast.FunctionDef | None:
    """The last definition of a function in a source; None if there is none."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    found = [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == name
    ]
    return max(found, key=lambda node: node.lineno) if found else None


def facts(
    source: str,
    name: str,
    known: frozenset[str] = frozenset(),
    raised: frozenset[str] = frozenset(),
) -> FunctionFacts | None:
    """What the source of a function shows.

    Args:
        source: of the cell it is in.
        name: the function's.
        known: names that the notebook imports or defines as functions.
        raised: the kinds of exceptions it was seen to end with.
    """
    tree = find(source, name)
    if tree is None:
        return None
    bound = {arg.arg for arg in _arguments(tree)} | set(dir(builtins)) | known | {name}
    read: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            (read if isinstance(node.ctx, ast.Load) else bound).add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            bound.add(node.name)
            bound |= {arg.arg for arg in ast.walk(node) if isinstance(arg, ast.arg)}
        elif isinstance(node, ast.Lambda):
            bound |= {arg.arg for arg in node.args.args}
        elif isinstance(node, ast.alias):
            bound.add((node.asname or node.name).partition(".")[0])
    return FunctionFacts(
        source=ast.get_source_segment(source, tree) or "",
        tree=tree,
        parameters=tuple(arg.arg for arg in _arguments(tree)),
        free=frozenset(read - bound),
        raised=raised,
    )


def canonical(source: str, name: str) -> str:
    """The function with its names numbered, without comments, printing and annotations.

    Empty if there is no such function.
    """
    tree = find(source, name)
    if tree is None:
        return ""
    return ast.dump(_Renamed(tree, ordered=True).visit(copy.deepcopy(tree)))


def canonical_line(source: str, name: str, line: int) -> str:
    """The same of the innermost statement of the function at a line; its locals are all alike."""
    tree = find(source, name)
    statements = [
        node
        for node in (ast.walk(tree) if tree else ())
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or 0)
    ]
    if tree is None or not statements:
        return ""
    innermost = max(statements, key=lambda node: node.lineno)
    if isinstance(innermost, ast.FunctionDef):
        return ""
    if isinstance(innermost, ast.For | ast.While | ast.If | ast.With):
        innermost = copy.deepcopy(innermost)
        innermost.body = []
    return ast.dump(_Renamed(tree, ordered=False).visit(copy.deepcopy(innermost)))


def _arguments(tree: ast.FunctionDef) -> Iterator[ast.arg]:
    given = tree.args
    yield from (*given.posonlyargs, *given.args, *given.kwonlyargs)


class _Renamed(ast.NodeTransformer):
    """Parameters by their place; locals in the order of their appearance, or all alike."""

    def __init__(self, tree: ast.FunctionDef, *, ordered: bool) -> None:
        self._names = {arg.arg: f"p{place}" for place, arg in enumerate(_arguments(tree))}
        self._own = {
            node.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
        self._ordered = ordered

    def visit_Name(self, node: ast.Name) -> ast.Name:
        if node.id not in self._names and node.id in self._own:
            place = f"v{len(self._names)}" if self._ordered else "v"
            self._names[node.id] = place
        return ast.Name(self._names.get(node.id, node.id), node.ctx)

    def visit_arg(self, node: ast.arg) -> ast.arg:
        return ast.arg(self._names.get(node.arg, node.arg))

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        body = [one for one in node.body if not _is_talk(one)]
        node.body = body or [ast.Pass()]
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is None:
            return self.generic_visit(node)
        return self.generic_visit(ast.Assign([node.target], node.value))


def _is_talk(node: ast.stmt) -> bool:
    """A docstring or a call of print."""
    if not isinstance(node, ast.Expr):
        return False
    value = node.value
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Name) and value.func.id == "print"
    return isinstance(value, ast.Constant)
