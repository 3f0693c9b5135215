"""The line of a function in which its answer is made."""

from __future__ import annotations

import ast

from grader.diagnosis.definitions import find_function


def line_of_the_answer(source: str, name: str) -> int:
    """The line in which a function makes what it gives back; 0 if nobody can tell.

    It is the last line that puts something into the name that is returned, or the ``return``.
    """
    tree = find_function(source, name)
    own = _own_statements(tree.body) if tree else []
    returns = [node for node in own if isinstance(node, ast.Return) and node.value]
    if not returns:
        return 0
    value = returns[-1].value
    if not isinstance(value, ast.Name):
        return returns[-1].lineno
    made = [node.lineno for node in own if value.id in _filled(node)]
    return made[-1] if made else returns[-1].lineno


def _own_statements(body: list[ast.stmt]) -> list[ast.stmt]:
    """The statements in a body that can run, in order, without functions' and classes' own."""
    found: list[ast.stmt] = []
    for node in body:
        found.append(node)
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            handlers = [handler.body for handler in getattr(node, "handlers", [])]
            parts = [getattr(node, name, []) for name in ("body", "orelse", "finalbody")]
            for part in (parts[0], *handlers, *parts[1:]):
                found += _own_statements(part)
        if isinstance(node, ast.Return | ast.Raise):
            break  # what stands below it in the same body never runs
    return found


def _filled(node: ast.stmt) -> set[str]:
    """The names that a simple statement puts something into."""
    targets: list[ast.expr] = []
    if isinstance(node, ast.Assign):
        targets = node.targets
    elif isinstance(node, ast.AugAssign | ast.AnnAssign):
        targets = [node.target]
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        called = node.value.func
        grows = isinstance(called, ast.Attribute) and called.attr in ("append", "extend", "insert")
        targets = [called.value] if isinstance(called, ast.Attribute) and grows else []
    bases = (target.value if isinstance(target, ast.Subscript) else target for target in targets)
    return {base.id for base in bases if isinstance(base, ast.Name)}
