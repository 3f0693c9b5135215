"""The names in a learner's code: defined, given a value, mentioned, and the nearest one."""

from __future__ import annotations

import ast
from functools import lru_cache
from pathlib import Path

from grader.submissions import misspelt
from grader.submissions.syntax import UNPARSABLE, tree_of, walked


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
    near = misspelt.nearest_names(_plain(name), plain, 1, 0.75)
    return plain[near[0]] if near else ""


def _plain(name: str) -> str:
    """A name without what is easily mistaken: capital letters, underscores, l for 1 and O for 0."""
    return name.lower().replace("_", "").replace("l", "1").replace("o", "0")


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
