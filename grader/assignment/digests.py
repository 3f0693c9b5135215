"""Digests of the files in an assignment's folder on which the marks of an exercise depend.

A module's cases depend on the module and on whatever of the assignment it imports, directly or not,
the packages on the way included. What code reads is not known before it runs, so data and the
helpers that submissions import count for every exercise. Known mistakes and accepted answers change
no mark and are left out. What is compared is the files' content: a comment is a change, too.
"""

from __future__ import annotations

import ast
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from grader.assignment.places import HINTS
from grader.submissions.syntax import tree_of

CODE = ".py"
# Built or read by people: no case and no submission is judged by them.
_NO_DATA = (".ipynb", ".md", ".pyc", HINTS)


def files(root: Path, folders: Iterable[str]) -> list[Path]:
    """The files of these folders that count, in order."""
    found: list[str] = []
    for folder in folders:
        for place, inner, names in os.walk(root / folder):
            inner[:] = [name for name in inner if not name.startswith((".", "__pycache__"))]
            counted = [name for name in names if not name.startswith(".")]
            found += [f"{place}/{name}" for name in counted if not name.endswith(_NO_DATA)]
    return [Path(path) for path in sorted(found)]


def is_data(path: Path) -> bool:
    """Whether a file holds data, and no code."""
    return path.suffix != CODE


def of_files(root: Path, paths: Iterable[Path]) -> str:
    """SHA-256 of files, by their place and content."""
    total = hashlib.sha256()
    for path in paths:
        total.update(path.as_posix().removeprefix(f"{root.as_posix()}/").encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def reached(
    root: Path, module: str, packages: tuple[str, ...], known: dict[Path, list[str]]
) -> frozenset[Path]:
    """The files on which a module depends: its own, and those it imports, directly or not.

    Args:
        root: the assignment's folder.
        module: the module's full name.
        packages: the packages of the assignment.
        known: the imports of each file that was read before; those read now are added.
    """
    found: set[Path] = set()
    waiting = [module]
    while waiting:
        name = waiting.pop()
        if name.partition(".")[0] not in packages:
            continue
        for path in _files_of(root, name):
            if path not in found:
                found.add(path)
                if path not in known:
                    known[path] = _imports(path)
                waiting += known[path]
    return frozenset(found)


def _files_of(root: Path, module: str) -> list[Path]:
    """The file of a module, and the ``__init__.py`` of each package around it."""
    parts = module.split(".")
    places = [root.joinpath(*parts[:count]) for count in range(1, len(parts) + 1)]
    tries = [*(place / "__init__.py" for place in places), places[-1].with_suffix(CODE)]
    return [path for path in tries if path.is_file()]


def _imports(path: Path) -> list[str]:
    names: list[str] = []
    waiting: list[ast.AST] = [tree_of(path.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        # An import is a statement, and no expression holds one: expressions need no walk.
        for block in ("body", "orelse", "finalbody", "handlers", "cases"):
            inner = getattr(node, block, ())
            waiting += inner if isinstance(inner, list) else ()
    return names
