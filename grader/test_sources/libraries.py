"""The libraries that an instructor's cells import: tests use the grader's own, never the child's.

A submission may put anything in a library's place, and what a test compares with must not be handed
to it. So a name that the instructor's cells import from the standard library, NumPy, pandas or
SciPy is looked up beside the answers, and so is a function from any other library. Left to the
child are other libraries' classes, whose objects stay there, and what looks at its own files.
"""

from __future__ import annotations

import ast
import importlib.util
import sys
from collections.abc import Iterable

_OF_DATA = frozenset({"numpy", "pandas", "scipy"})
_OF_FILES = frozenset({"os", "pathlib", "glob", "shutil", "tempfile", "subprocess"})
_OF_MODELS = frozenset({"tensorflow", "keras", "torch", "jax"})  # slow to load; objects stay there
FUNCTION = "()"
"""Follows a library's name of which only functions are the grader's own."""
ANSWERED = "?"
"""Stands before a library's name that answers alone import: a submission has to import it, too."""


def libraries_of(statements: Iterable[ast.stmt]) -> dict[str, str]:
    """By the name that an import binds, what it stands for: a module, or ``module:attribute``.

    Args:
        statements: at the top level of an instructor's cells.
    """
    found: dict[str, str] = {}
    for statement in statements:
        if isinstance(statement, ast.Import):
            for alias in statement.names:
                whole = alias.name if alias.asname else alias.name.partition(".")[0]
                if _is_local(whole):
                    found[alias.asname or whole] = whole
        elif isinstance(statement, ast.ImportFrom) and statement.module and not statement.level:
            of_functions = "" if _is_local(statement.module) else FUNCTION
            if of_functions and statement.module.partition(".")[0] in _OF_FILES | _OF_MODELS:
                continue
            for alias in statement.names:
                if alias.name == "*":
                    found[f"*{statement.module}"] = f"{statement.module}{of_functions}"
                else:
                    place = f"{statement.module}:{alias.name}{of_functions}"
                    found[alias.asname or alias.name] = place
    return found


def names_from_beside(statements: Iterable[ast.stmt]) -> list[str]:
    """The names that are imported from modules that are installed nowhere: they lie beside it.

    Args:
        statements: at the top level of an instructor's cell.
    """
    return [
        alias.asname or alias.name
        for statement in statements
        if isinstance(statement, ast.ImportFrom)
        and statement.module
        and importlib.util.find_spec(statement.module.partition(".")[0]) is None
        for alias in statement.names
        if alias.name != "*"
    ]


def _is_local(module: str) -> bool:
    first = module.partition(".")[0]
    return first in _OF_DATA or first in sys.stdlib_module_names - _OF_FILES
