"""The facts of a function, read from the text of its cell."""

from __future__ import annotations

import ast
import builtins
import copy
from collections import Counter

from grader.diagnosis.definitions import arguments, find_function, is_log_call
from grader.diagnosis.facts import FunctionFacts
from grader.submissions.syntax import tree_of, walked

_BUILT_IN = frozenset(dir(builtins))


def function_facts(
    source: str,
    name: str,
    known: frozenset[str] = frozenset(),
    messages: frozenset[str] = frozenset(),
    *,
    asked: tuple[str, ...] = (),
    bound: frozenset[str] = frozenset(),
    numbers: frozenset[float] = frozenset(),
) -> FunctionFacts | None:
    """The facts of a function; None if the source does not define it.

    Args:
        source: the text of the cell it is in.
        name: the name of the function.
        known: names that the notebook imports or defines as functions.
        messages: "Kind: message" of the exceptions that ended its calls.
        asked: the parameters that the exercise asks for.
        bound: names that the notebook gives a value outside of functions.
        numbers: the numbers that its calls gave back.
    """
    tree = find_function(source, name)
    if tree is None:
        return None
    tree = _with_numbers_for_names(tree, source)
    order = tuple(arg.arg for arg in arguments(tree))
    own = {*order, *_BUILT_IN, *known, name}
    read: set[str] = set()
    for node in walked(tree):
        if isinstance(node, ast.Name):
            (read if isinstance(node.ctx, ast.Load) else own).add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            own.add(node.name)
            own |= {arg.arg for arg in walked(node) if isinstance(arg, ast.arg)}
        elif isinstance(node, ast.Lambda):
            own |= {arg.arg for arg in node.args.args}
        elif is_log_call(node):
            own |= {part.id for part in walked(node.func) if isinstance(part, ast.Name)}
        elif isinstance(node, ast.alias):
            own.add((node.asname or node.name).partition(".")[0])
    return FunctionFacts(
        source,
        tree,
        parameters=asked if sorted(asked) == sorted(order) else order,
        order=order,
        asked=asked,
        free=frozenset(read - own),
        bound=bound,
        messages=messages,
        numbers=numbers,
    )


def _with_numbers_for_names(function: ast.FunctionDef, source: str) -> ast.FunctionDef:
    """The function with whole numbers in the place of the cell's names that stand for them.

    ``UNITS = 3`` above a function is a number in its code as any other. A name that is given a
    value more than once stays.
    """
    stored = [
        node.id
        for node in walked(tree_of(source))
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)
    ]
    stored += [node.arg for node in walked(function) if isinstance(node, ast.arg)]
    times = Counter(stored)
    numbers = {
        target.id: node.value
        for node in tree_of(source).body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and times[target.id] == 1
        if isinstance(node.value.value, int) and not isinstance(node.value.value, bool)
    }
    return _Numbers(numbers).visit(copy.deepcopy(function)) if numbers else function


class _Numbers(ast.NodeTransformer):
    """Puts numbers in the place of names."""

    def __init__(self, numbers: dict[str, ast.Constant]) -> None:
        self._numbers = numbers

    def visit_Name(self, node: ast.Name) -> ast.expr:
        found = self._numbers.get(node.id)
        return ast.copy_location(ast.Constant(found.value), node) if found else node
