"""A function's source without what does not matter: names of its own, comments, printing.

Two programs that are the same in this form differ in spelling alone.
"""

from __future__ import annotations

import ast
import builtins
import copy
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypeGuard

from grader.diagnosis.facts import FunctionFacts
from grader.submissions import misspelt
from grader.submissions.syntax import UNPARSABLE, tree_of, walked

_BUILT_IN = frozenset(dir(builtins))
_LOGGING = frozenset({"debug", "info", "warning", "warn", "error", "exception", "critical", "log"})


@lru_cache(maxsize=64)  # each exercise of a submission asks for its function more than once
def find(source: str, name: str) -> ast.FunctionDef | None:
    """The last definition of a function in a source; None if there is none."""
    try:
        tree = tree_of(source)
    except UNPARSABLE:
        return None
    found = [
        node for node in walked(tree) if isinstance(node, ast.FunctionDef) and node.name == name
    ]
    return max(found, key=lambda node: node.lineno) if found else None


def facts(
    source: str,
    name: str,
    known: frozenset[str] = frozenset(),
    messages: frozenset[str] = frozenset(),
    *,
    asked: tuple[str, ...] = (),
    bound: frozenset[str] = frozenset(),
    numbers: frozenset[float] = frozenset(),
) -> FunctionFacts | None:
    """What the source of a function shows.

    Args:
        source: of the cell it is in.
        name: the function's.
        known: names that the notebook imports or defines as functions.
        messages: "Kind: message" of the exceptions it was seen to end with.
        asked: the parameters that the exercise asks for.
        bound: names that the notebook gives a value outside of functions.
        numbers: those that it was seen to give back.
    """
    tree = find(source, name)
    if tree is None:
        return None
    tree = _with_numbers_for_names(tree, source)
    order = tuple(arg.arg for arg in _arguments(tree))
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
        elif _logs(node):
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


def defined(source: str, support: Path | None = None) -> frozenset[str]:
    """The names that a source imports, or defines as functions, classes or constants.

    Args:
        source: of a cell; it can be read.
        support: the folder of helper modules, for what ``from helpers import *`` brings.
    """
    found: set[str] = set()
    for node in walked(tree_of(source)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda | ast.Constant):
            # A function by another name, or a constant: no data of the notebook's.
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names = _imported(node)
            found |= names
            if "*" in names and isinstance(node, ast.ImportFrom) and support and node.module:
                found |= _top_level(support / f"{node.module}.py")
    return frozenset(found)


def nearest(name: str, source: str, others: frozenset[str]) -> str:
    """The name in a source, or among others, that a misspelled one is most like; or nothing."""
    try:
        tree = tree_of(source)
    except UNPARSABLE:
        return ""
    stored = [node for node in walked(tree) if isinstance(node, ast.Name | ast.arg)]
    found = {
        node.arg if isinstance(node, ast.arg) else node.id
        for node in stored
        if isinstance(node, ast.arg) or isinstance(node.ctx, ast.Store)
    }
    own = {other for other in (found | others) - {name} if not other.startswith("_")}
    plain = {_plain(known): known for known in sorted(own)}
    near = misspelt.nearest(_plain(name), plain, 1, 0.75)
    return plain[near[0]] if near else ""


def _plain(name: str) -> str:
    """A name without what is easily mistaken: capital letters, underscores, l for 1 and O for 0."""
    return name.lower().replace("_", "").replace("l", "1").replace("o", "0")


def bound(source: str) -> frozenset[str]:
    """The names that a source gives a value outside of functions."""
    found: set[str] = set()
    statements: list[ast.AST] = [*tree_of(source).body]
    while statements:
        node = statements.pop()
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        if not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda):
            statements += ast.iter_child_nodes(node)
    return frozenset(found)


@lru_cache(maxsize=256)
def mentioned(source: str) -> frozenset[str]:
    """All names that a source reads or gives a value."""
    return frozenset(node.id for node in walked(tree_of(source)) if isinstance(node, ast.Name))


def _top_level(module: Path) -> set[str]:
    """The names that a helper module binds at its top level."""
    if not module.is_file():
        return set()
    tree = tree_of(module.read_text(encoding="utf-8"))
    names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            names |= _imported(node)
        elif isinstance(node, ast.Assign):
            parts = [part for target in node.targets for part in walked(target)]
            names |= {part.id for part in parts if isinstance(part, ast.Name)}
    return names


def _imported(node: ast.Import | ast.ImportFrom) -> set[str]:
    return {alias.asname or alias.name.partition(".")[0] for alias in node.names}


def canonical(source: str, name: str) -> str:
    """The function with its names numbered, without comments, annotations, printing and checks.

    Empty if there is no such function.
    """
    tree = find(source, name)
    if tree is None:
        return ""
    return ast.dump(_Renamed(tree, ordered=True).visit(copy.deepcopy(tree)))


def canonical_line(source: str, name: str, line: int) -> str:
    """The same of the innermost statement of the function at a line; locals of a kind are alike."""
    tree = find(source, name)
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


def line_of_the_answer(source: str, name: str) -> int:
    """The line in which a function makes what it gives back; 0 if nobody can tell.

    It is the last line that puts something into the name that is returned, or the ``return``.
    """
    tree = find(source, name)
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


def _arguments(tree: ast.FunctionDef) -> Iterator[ast.arg]:
    given = tree.args
    yield from (*given.posonlyargs, *given.args, *given.kwonlyargs)


class _Renamed(ast.NodeTransformer):
    """Parameters by their place; locals in the order of their appearance, or by their kind.

    The kinds are what a loop counts with, what it runs over, a size, and any other: two lines that
    differ in these are different lines.
    """

    def __init__(self, tree: ast.FunctionDef, *, ordered: bool) -> None:
        self._names = {arg.arg: f"p{place}" for place, arg in enumerate(_arguments(tree))}
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


def _logs(node: ast.AST) -> TypeGuard[ast.Call]:
    """Whether this is a call of a logger's, ``logger.info(...)``."""
    called = node.func if isinstance(node, ast.Call) else None
    return (
        isinstance(called, ast.Attribute)
        and isinstance(called.value, ast.Name)
        and called.attr in _LOGGING
    )


def _is_talk(node: ast.AST) -> bool:
    """A docstring, or a call that prints or logs something."""
    if not isinstance(node, ast.Expr):
        return False
    value = node.value
    if isinstance(value, ast.Call):
        return _logs(value) or (isinstance(value.func, ast.Name) and value.func.id == "print")
    return isinstance(value, ast.Constant)
