"""Telling whether work on an exercise has begun, or the template is as it was handed out.

A template has lines of its own: a ``def``, an array for the result, a ``return``. None of them
computes anything, whatever names they use.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator, Sequence

from grader.submissions.misspelt import name_variants, nearest_names
from grader.submissions.reading import Cell
from grader.submissions.syntax import tree_of, walked

NOT_DONE = ("NotDoneYetError", "NotYet")
"""Errors that say what is still to be done: an assignment's helper may raise the first in a cell
that waits for an earlier one, the opening cell raises the second where something is missing."""

_ROOM = {"zeros", "empty", "ones", "zeros_like", "empty_like"}
_MEASURES = {"len", "range", "int", "print", "NotImplementedError"}
_SIMILAR = 0.8  # from this similarity on a name is taken for the missing one
# Operations on values, as opposed to naming values or making room for them.
_WORK = (ast.BinOp, ast.BoolOp, ast.Compare, ast.Lambda, ast.ListComp, ast.GeneratorExp, ast.Await)
_DOES = (ast.While, ast.Dict, ast.Set)  # no template has one of its own


class Outline:
    """The names that a submission's cells bind, found once for all questions about them."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        """Find the bindings in the cells."""
        self._unreadable = [cell.source for cell in cells if cell.error is not None]
        self._run_by_magics = [
            cell.source
            for cell in cells
            # The code that a cell magic runs or writes is a text in IPython's call of the magic.
            if cell.error is None and "run_cell_magic(" in cell.source
        ]
        self._bound = [
            pair for cell in cells if cell.error is None for pair in _bindings(tree_of(cell.source))
        ]

    def is_begun(self, name: str, others: Collection[str] = ()) -> bool:
        """Whether a function is there and computes something, as far as its source says.

        A function whose cell cannot be read counts as begun, and so does one with a similar name.

        Args:
            name: the function's name.
            others: the other names asked for, which are no misspellings of this one.
        """
        word = re.compile(rf"\b{re.escape(name)}\b")
        if any(map(word.search, self._unreadable)):
            return True
        if any(f"def {name}(" in source for source in self._run_by_magics):
            return True
        found = [value for bound, value in self._bound if bound == name]
        if not found:
            names = {bound for bound, _ in self._bound}.difference(others)
            return bool(nearest_names(name, names, 1, _SIMILAR) or name_variants(name, names))
        last = found[-1]
        if isinstance(last, ast.FunctionDef):
            return not works_nothing_out(last)
        return not (isinstance(last, ast.Constant) and last.value is None)


def works_nothing_out(function: ast.FunctionDef) -> bool:
    """Whether a function does nothing with its arguments but measure their sizes.

    A function without parameters, or one that returns a value of its own, may be right as it is.
    """
    given = {node.arg for node in walked(function.args) if isinstance(node, ast.arg)}
    measured: set[ast.AST] = set()
    for node in (part for statement in function.body for part in walked(statement)):
        if isinstance(node, (*_WORK, *_DOES)) or _gives_a_value(node, takes=bool(given)):
            return False
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            called = node.func.id if isinstance(node.func, ast.Name) else called
            if called not in _ROOM | _MEASURES or (called in _ROOM and _has_fixed_size(node)):
                return False
            measured.update(node.args if called == "len" else ())
        elif isinstance(node, ast.Attribute) and node.attr in ("shape", "size"):
            measured.add(node.value)
        elif isinstance(node, ast.Name) and node.id in given and node not in measured:
            return False
    return True


def _has_fixed_size(room: ast.Call) -> bool:
    """Whether an array is made with a size that the learner wrote out, whatever the arguments."""
    return bool(room.args) and not any(isinstance(part, ast.Name) for part in walked(room.args[0]))


def _gives_a_value(node: ast.AST, *, takes: bool) -> bool:
    """Whether a node returns or raises a value written out, or any value without a parameter."""
    if isinstance(node, ast.Raise):
        return "NotImplementedError" not in {
            part.id for part in walked(node) if isinstance(part, ast.Name)
        }
    if not isinstance(node, ast.Return) or node.value is None:
        return False
    if isinstance(node.value, ast.Constant):
        return node.value.value is not None
    return not takes or isinstance(node.value, ast.List | ast.Tuple)


def _bindings(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Yield each name bound at the top of a cell, or in a block there, with its value.

    The value of an imported name is the import.
    """
    for node in tree.body:
        for part in walked(node) if isinstance(node, ast.If | ast.Try | ast.With) else (node,):
            if isinstance(part, ast.FunctionDef | ast.ClassDef):
                yield part.name, part
            elif isinstance(part, ast.Import | ast.ImportFrom):
                for alias in part.names:
                    yield (alias.asname or alias.name).partition(".")[0], part
            elif isinstance(part, ast.Assign | ast.AnnAssign) and part.value is not None:
                targets = part.targets if isinstance(part, ast.Assign) else [part.target]
                for target in targets:
                    for name in walked(target):
                        if isinstance(name, ast.Name):
                            yield name.id, part.value
