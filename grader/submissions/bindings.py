"""The names that a statement uses, binds and changes in place.

The analysis is of the syntax tree alone and errs towards "changes": running a statement that is not
needed costs time, leaving out one that is needed could cost a learner points.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from grader.submissions.aliases import adjacency, alias_edges, reachable, roots_of
from grader.submissions.syntax import walked

# Methods that leave their object as it is. Every other method is taken to change it.
_LOOKING = {
    *("predict", "predict_on_batch", "evaluate", "summary", "get_layer", "get_weights"),
    *("get_config", "count_params", "to_json", "numpy", "reshape", "mean", "sum", "min", "max"),
    *("std", "var", "argmax", "argmin", "any", "all", "astype", "copy", "flatten", "ravel", "dot"),
    *("transpose", "item", "tolist", "round", "head", "tail", "describe", "format", "join", "get"),
    *("split", "strip", "lower", "upper", "replace", "startswith", "endswith", "index", "count"),
    *("keys", "values", "items", "plot"),
}
# Functions of libraries that change their argument in place.
_CHANGING = {
    *("shuffle", "copyto", "put", "fill_diagonal", "place", "putmask", "setattr", "delattr"),
    *("apply_gradients", "apply", "minimize", "assign", "assign_add", "assign_sub"),
}
# With these anything can happen to any name.
_DYNAMIC = {"exec", "eval", "globals", "locals", "vars", "__import__", "setattr", "delattr"}
# Cell magics that are run: the first two write a file, which may be a module.
_MAGICS = ("writefile", "file", "time", "capture", "prun")
# Settings of a library, which hold for all that follows.
_SETTING = ("set_", "enable_", "disable_", "run_functions_eagerly", "seed", "use")


@dataclass
class Names:
    """The names of a statement, by what the statement does with them.

    Attributes:
        uses: names read from outside the statement, functions' bodies included.
        binds: names bound by the statement.
        changes: names whose objects the statement may change in place.
        passes: for each function that is called, the names passed to it.
        star: whether the statement imports with a star, so that it may bind any name.
        dynamic: whether it reaches names in ways that the syntax tree does not show.
    """

    uses: set[str] = field(default_factory=set)
    binds: set[str] = field(default_factory=set)
    changes: set[str] = field(default_factory=set)
    passes: dict[str, set[str]] = field(default_factory=dict)
    star: bool = False
    dynamic: bool = False


def names_of(statement: ast.stmt, imported: frozenset[str]) -> Names:
    """The names of a top-level statement.

    Args:
        statement: the statement.
        imported: names that are bound to modules somewhere in the notebook.
    """
    walker = _Walker(imported)
    try:
        walker.visit(statement)
    except RecursionError:  # nested beyond all reason: it may use and do anything
        every = {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
        return Names(uses=every, binds=set(every), changes=set(every), dynamic=True)
    return walker.names


def changing_functions(
    functions: Iterable[ast.FunctionDef], imported: frozenset[str]
) -> frozenset[str]:
    """The notebook's functions that may change their arguments, directly or by calling others."""
    changing: dict[str, bool] = {}
    callers: dict[str, dict[str, set[str]]] = {}
    for function in functions:
        own = _parameters(function.args)
        walker = _Walker(imported)
        try:
            walker.block(function.body)
            known = adjacency(alias_edges(function.body))
            changing[function.name] = not own.isdisjoint(reachable(walker.names.changes, known))
        except RecursionError:
            changing[function.name] = bool(own)
        callers[function.name] = {
            callee: given & own for callee, given in walker.names.passes.items()
        }
    passing = [
        (callee, caller)
        for caller, calls in callers.items()
        for callee, given in calls.items()
        if given
    ]
    start = [name for name, changes in changing.items() if changes]
    return frozenset(map(str, reachable(start, adjacency(passing)))) & changing.keys()


class _Walker(ast.NodeVisitor):
    """A visitor in the order of evaluation; ``_bound`` has the names surely bound so far."""

    def __init__(self, imported: frozenset[str]) -> None:
        self.names = Names()
        self._imported = imported
        self._bound: set[str] = set()
        self._order: list[str] = []  # the same names in the order in which they were bound
        self._global: set[str] = set()  # names declared global in a function's body

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            if node.id not in self._bound:
                self.names.uses.add(node.id)
        elif isinstance(node.ctx, ast.Store):
            self._bind(node.id)
        else:
            self.names.changes.add(node.id)

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        for target in node.targets:
            self.visit(target)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)
            self.visit(node.target)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.visit(node.value)
        root = _root(node.target)
        if root and root not in self._bound:
            self.names.uses.add(root)
        if root:
            self.names.changes.add(root)
        if not isinstance(node.target, ast.Name):
            self.visit(node.target)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        self._change_if_stored(node)
        self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self._change_if_stored(node)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        root = _root(node.func)
        if isinstance(node.func, ast.Attribute):
            self._method(node.func, root)
        if root in _DYNAMIC and isinstance(node.func, ast.Name):
            self.names.dynamic = True
        if _writes_or_runs(node):
            self.names.dynamic = self.names.star = True
        called = node.func.attr if isinstance(node.func, ast.Attribute) else root
        given = {name for part in _arguments(node) for name in roots_of(part)}
        self.names.changes |= {
            name for word in node.keywords if word.arg == "out" for name in roots_of(word.value)
        }
        if called in _CHANGING:
            self.names.changes |= given
        elif isinstance(node.func, ast.Name) and root:
            self.names.passes.setdefault(root, set()).update(given)
        self.generic_visit(node)

    def visit_For(self, node: ast.For) -> None:
        self.visit(node.iter)
        self.visit(node.target)
        self._maybe(node.body)
        self._maybe(node.orelse)

    def visit_If(self, node: ast.If | ast.While) -> None:
        self.visit(node.test)
        self._maybe(node.body)
        self._maybe(node.orelse)

    visit_While = visit_If

    def visit_Try(self, node: ast.Try) -> None:
        for block in (node.body, *(handler.body for handler in node.handlers)):
            self._maybe(block)
        for handler in node.handlers:
            if handler.type is not None:
                self.visit(handler.type)
        self._maybe(node.orelse)
        self.block(node.finalbody)

    def visit_Global(self, node: ast.Global) -> None:
        self._global.update(node.names)

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self._bind(alias.asname or alias.name.partition(".")[0])

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        # An import from __future__ holds for all that follows.
        self.names.dynamic |= node.module == "__future__"
        for alias in node.names:
            if alias.name == "*":
                self.names.star = True
            else:
                self._bind(alias.asname or alias.name)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        for part in (*node.decorator_list, *node.args.defaults, *node.args.kw_defaults):
            if part is not None:
                self.visit(part)
        self._bind(node.name)
        self._inner(node.args, node.body)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node: ast.Lambda) -> None:
        for part in (*node.args.defaults, *node.args.kw_defaults):
            if part is not None:
                self.visit(part)
        self._inner(node.args, [node.body])

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for part in (*node.decorator_list, *node.bases, *(word.value for word in node.keywords)):
            self.visit(part)
        inner = _Walker(self._imported)
        inner.block(node.body)
        self._take(inner, set())
        self._bind(node.name)

    def _comprehension(self, node: ast.expr) -> None:
        first = node.generators[0].iter  # type: ignore[attr-defined]
        self.visit(first)  # in the surroundings, where a target's name may mean something else
        inner = _Walker(self._imported)
        for generator in node.generators:  # type: ignore[attr-defined]
            if generator.iter is not first:
                inner.visit(generator.iter)
            inner.visit(generator.target)
            for condition in generator.ifs:
                inner.visit(condition)
        for part in ("elt", "key", "value"):
            if hasattr(node, part):
                inner.visit(getattr(node, part))
        # A comprehension is evaluated at once, so its free names are those bound so far.
        inner.names.uses = {name for name in inner.names.uses if name not in self._bound}
        self._take(inner, inner.names.binds)

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _comprehension

    def block(self, statements: Iterable[ast.AST]) -> None:
        """Visit statements one after the other."""
        for statement in statements:
            self.visit(statement)

    def _maybe(self, statements: list[ast.stmt]) -> None:
        """Visit statements that may not run, so that their names are not surely bound."""
        before = len(self._order)
        self.block(statements)
        self._bound.difference_update(self._order[before:])
        del self._order[before:]

    def _bind(self, name: str) -> None:
        if name not in self._bound:
            self._bound.add(name)
            self._order.append(name)
        self.names.binds.add(name)

    def _inner(self, arguments: ast.arguments, body: Iterable[ast.AST]) -> None:
        """Visit a function's body, whose free names are looked up when it is called."""
        inner = _Walker(self._imported)
        inner.block(body)
        own = (_parameters(arguments) | inner.names.binds) - inner._global
        self.names.binds |= inner._global
        self._take(inner, own)

    def _take(self, inner: _Walker, own: set[str]) -> None:
        """Take over the names of an inner scope, except its own."""
        self.names.uses |= inner.names.uses - own
        self.names.changes |= inner.names.changes - own
        self.names.dynamic |= inner.names.dynamic
        self._global |= inner._global
        for callee, given in inner.names.passes.items():
            self.names.passes.setdefault(callee, set()).update(given - own)

    def _method(self, function: ast.Attribute, root: str) -> None:
        if not root:
            return
        name = function.attr
        setting = name.startswith(_SETTING)
        if setting if root in self._imported else name not in _LOOKING:
            self.names.changes.add(root)

    def _change_if_stored(self, node: ast.Attribute | ast.Subscript) -> None:
        if not isinstance(node.ctx, ast.Load) and (root := _root(node)):
            self.names.changes.add(root)


def _writes_or_runs(node: ast.Call) -> bool:
    """Whether a call is IPython's of a cell magic that writes a module, or runs code as it is."""
    if not isinstance(node.func, ast.Attribute) or node.func.attr != "run_cell_magic":
        return False
    first = node.args[0] if node.args else None
    return isinstance(first, ast.Constant) and first.value in _MAGICS


def _root(node: ast.AST) -> str:
    """The name at the start of ``name.attribute[index]``; empty if there is none."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Starred):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _parameters(arguments: ast.arguments) -> set[str]:
    """The names of a function's parameters."""
    plain = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
    return {part.arg for part in (*plain, arguments.vararg, arguments.kwarg) if part is not None}


def _arguments(node: ast.Call) -> list[ast.expr]:
    return [*node.args, *(word.value for word in node.keywords)]


def modules_of(trees: Iterable[ast.Module]) -> Mapping[str, str]:
    """The names bound by imports, each with the top-level module that it comes from."""
    found: dict[str, str] = {}
    for tree in trees:
        for node in (part for statement in tree.body for part in walked(statement)):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    top = alias.name.partition(".")[0]
                    found[alias.asname or top] = top
            elif isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    found[alias.asname or alias.name] = node.module.partition(".")[0]
    return found
