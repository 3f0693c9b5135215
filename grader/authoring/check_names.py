"""The check that a notebook checks only exercises that exist.

A student who meets ``test_c9(relu)`` where no exercise has that check function gets a NameError
that is not their own. So a notebook is not built from a source that imports, calls or names one.
"""

from __future__ import annotations

import ast
import difflib
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from typing import TypeGuard

from grader.assignment import loading, places
from grader.authoring.blocks import AuthoringError
from grader.submissions.syntax import tree_of
from grader.suite import Suite

_ANY = "check(...) takes any."
_SYSTEM = ("%", "!", "?")  # a line that is IPython's and no Python


def check_names(cells: Iterable[str], suite: Suite, source: str) -> None:
    """Check that the check functions which a notebook imports and calls exist.

    Args:
        cells: the notebook's cells of code.
        suite: the assignment's, with its self-checks.
        source: what to call the notebook's source in an error.

    Raises:
        AuthoringError: a check function or an exercise has a name that is not known.
    """
    nodes = [node for cell in cells for node in _nodes(cell)]
    imports = [node for node in nodes if _is_import(node)]
    if not imports:
        return  # its checks, if it has any, are its own
    functions = {exercise.check_function for exercise in suite.exercises} | set(loading.CHECKS)
    imported = {alias.name for statement in imports for alias in statement.names}
    for unknown in sorted(imported - functions - {"*"}):
        raise AuthoringError(
            f"{source}: no exercise has {unknown}{_instead(unknown, functions, _ANY)}"
        )
    here = _bound(nodes) | (functions if "*" in imported else imported)
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            name, where = node.func.id, f"{source}: `{ast.unparse(node)}`"
            if name.startswith("test_") and name not in here | functions:
                raise AuthoringError(
                    f"{where}: no exercise has {name}{_instead(name, functions, _ANY)}"
                )
            if name.startswith("test_") and name not in here:
                words = "is not imported; import it from public_tests, or write check(...)"
                raise AuthoringError(f"{where}: {name} {words}")
            if name in loading.CHECKS and node.args:
                _check_exercise(node, name, suite, where)


def _check_exercise(call: ast.Call, function: str, suite: Suite, where: str) -> None:
    argument = call.args[-1 if function == "check" else 0]
    name = argument.value if isinstance(argument, ast.Constant) else None
    exercises = [exercise.name for exercise in suite.exercises]
    goals = {goal for exercise in suite.exercises for goal in exercise.goals}
    if isinstance(name, str) and name not in goals.union(exercises):
        raise AuthoringError(f"{where}: no exercise is {name!r}{_instead(name, exercises)}")


def _instead(name: str, known: Collection[str], otherwise: str = "") -> str:
    near = difflib.get_close_matches(name, known, n=1)
    there_are = f"; did you mean {near[0]}?" if near else f"; there are {', '.join(sorted(known))}."
    return f"{there_are} {otherwise or 'A file of public_tests/ with an EXERCISE adds one.'}"


def _nodes(cell: str) -> Iterator[ast.AST]:
    code = "\n".join(line for line in cell.split("\n") if not line.lstrip().startswith(_SYSTEM))
    with suppress(SyntaxError):  # a cell that shows an error on purpose
        yield from ast.walk(tree_of(code))


def _is_import(node: ast.AST) -> TypeGuard[ast.ImportFrom]:
    return isinstance(node, ast.ImportFrom) and node.module == places.PUBLIC


def _bound(nodes: Iterable[ast.AST]) -> set[str]:
    """The names that the notebook itself binds."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.arg):
            found.add(node.arg)
        elif isinstance(node, ast.Import | ast.ImportFrom) and not _is_import(node):
            found |= {alias.asname or alias.name for alias in node.names}
    return found
