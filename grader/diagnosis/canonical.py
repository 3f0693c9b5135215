"""A function's code in canonical form: without names of its own, comments, checks and printing.

Two programs that are the same in this form differ in spelling alone.
"""

from __future__ import annotations

import ast
import copy

from grader.diagnosis.definitions import arguments, find_function, is_log_call
from grader.submissions.syntax import walked


def canonical(source: str, name: str) -> str:
    """The function with its names numbered, without comments, annotations, printing and checks.

    Empty if there is no such function.
    """
    tree = find_function(source, name)
    if tree is None:
        return ""
    return ast.dump(_Renamed(tree, ordered=True).visit(copy.deepcopy(tree)))


def canonical_line(source: str, name: str, line: int) -> str:
    """The same of the innermost statement of the function at a line; locals of a kind are alike."""
    tree = find_function(source, name)
    statements = [
        node
        for node in (walked(tree) if tree else ())
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or 0)
    ]
    if tree is None or not statements:
        return ""
    innermost = max(statements, key=lambda node: node.lineno)
    if isinstance(innermost, ast.FunctionDef | ast.Assert | ast.Try):
        return ""
    if isinstance(innermost, ast.For | ast.While | ast.If | ast.With):
        innermost = copy.deepcopy(innermost)
        innermost.body = []
    return ast.dump(_Renamed(tree, ordered=False).visit(copy.deepcopy(innermost)))


class _Renamed(ast.NodeTransformer):
    """Parameters by their place; locals in the order of their appearance, or by their kind.

    The kinds are what a loop counts with, what it runs over, a size, and any other: two lines that
    differ in these are different lines.
    """

    def __init__(self, tree: ast.FunctionDef, *, ordered: bool) -> None:
        self._names = {arg.arg: f"p{place}" for place, arg in enumerate(arguments(tree))}
        self._own = {
            node.id
            for node in walked(tree)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
        self._ordered = ordered
        self._kinds = {} if ordered else _kinds(tree)

    def visit_Name(self, node: ast.Name) -> ast.Name:
        if node.id not in self._names and node.id in self._own:
            kind = self._kinds.get(node.id, "v")
            place = f"v{len(self._names)}" if self._ordered else kind
            self._names[node.id] = place
        return ast.Name(self._names.get(node.id, node.id), node.ctx)

    def visit_arg(self, node: ast.arg) -> ast.arg:
        return ast.arg(self._names.get(node.arg, node.arg))

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        body = [statement for statement in node.body if not _is_talk(statement)]
        node.body = body or [ast.Pass()]
        return self.generic_visit(node)

    def visit_Assert(self, _: ast.Assert) -> None:
        """Nothing: a check of the learner's own changes no answer."""

    def visit_Try(self, node: ast.Try) -> list[ast.stmt]:
        """What is tried, without what is done where it fails."""
        return [self.visit(statement) for statement in (*node.body, *node.orelse, *node.finalbody)]

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is None:
            return self.generic_visit(node)
        return self.generic_visit(ast.Assign([node.target], node.value))


def _kinds(tree: ast.FunctionDef) -> dict[str, str]:
    """The locals that are counted with, run over or sizes, with their kinds."""
    kinds: dict[str, str] = {}
    for node in walked(tree):
        if isinstance(node, ast.For | ast.comprehension):
            called = node.iter.func if isinstance(node.iter, ast.Call) else None
            function = called.id if isinstance(called, ast.Name) else ""
            targets = node.target.elts if isinstance(node.target, ast.Tuple) else [node.target]
            for place, target in enumerate(targets):
                counts = function == "range" or (function == "enumerate" and place == 0)
                if isinstance(target, ast.Name):
                    kinds[target.id] = "count" if counts else "item"
        elif isinstance(node, ast.Assign) and _is_size(node.value):
            names = [part for target in node.targets for part in walked(target)]
            kinds |= {part.id: "size" for part in names if isinstance(part, ast.Name)}
    return kinds


def _is_size(value: ast.expr) -> bool:
    """Whether it is ``len(x)``, ``x.size``, ``x.shape`` or a part of that."""
    if isinstance(value, ast.Subscript):
        value = value.value
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        return value.func.id == "len"
    return isinstance(value, ast.Attribute) and value.attr in ("shape", "size")


def _is_talk(node: ast.AST) -> bool:
    """A docstring, or a call that prints or logs something."""
    if not isinstance(node, ast.Expr):
        return False
    value = node.value
    if isinstance(value, ast.Call):
        return is_log_call(value) or (isinstance(value.func, ast.Name) and value.func.id == "print")
    return isinstance(value, ast.Constant)
