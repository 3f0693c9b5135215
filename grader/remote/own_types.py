"""What ``type(answer)`` is in a test: the class that the child has, where the answer stayed there.

Python's own ``type`` cannot be told what to say, so that a test's code is changed before it is
compiled, as pytest changes its assertions, and after that, so that they are told as written: a
call of ``type`` with one argument, and a thing's ``__class__``, are calls of ``type_of``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from _pytest.assertion import rewrite

from grader.remote.proxies import Remote


def type_of(thing: Any) -> Any:  # noqa: ANN401 - a class, here or in the child
    """The class of a thing.

    The child's word counts for a class of the submission's alone: none of Python's own can be that
    of what stayed there.
    """
    kind = Remote._class_of(thing) if type(thing) is Remote else type(thing)  # noqa: SLF001 - it has no attributes of its own
    return Remote if type(thing) is Remote and type(kind) is not Remote else kind


class _Calls(ast.NodeTransformer):
    """Puts ``type_of`` in the place of ``type`` and of ``__class__``."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        """An attribute: the class of a thing, or any."""
        self.generic_visit(node)
        if node.attr == "__class__" and isinstance(node.ctx, ast.Load):
            return ast.copy_location(ast.Call(_type_of(node), [node.value], []), node)
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """A call, of ``type`` with one argument or of anything."""
        self.generic_visit(node)
        is_type = isinstance(node.func, ast.Name) and node.func.id == "type"
        if is_type and len(node.args) == 1 and not node.keywords:
            node.func = _type_of(node.func)
        return node


def _type_of(place: ast.expr) -> ast.expr:
    """The name of ``type_of`` at a place in any code."""
    found = ast.parse(f"__import__({__name__!r}, fromlist=['type_of']).type_of", mode="eval").body
    for part in ast.walk(found):
        ast.copy_location(part, place)
    return found


def ask_types(tree: ast.Module) -> None:
    """Have the code of a test ask for the types of what stayed in the child.

    Args:
        tree: the code, which is changed.
    """
    _Calls().visit(tree)


@contextmanager
def asked_in_files() -> Iterator[None]:
    """Meanwhile the files that pytest imports as tests ask for types so."""
    original = rewrite.rewrite_asserts

    def rewritten(tree: ast.Module, *settings: Any, **more: Any) -> None:  # noqa: ANN401 - as pytest has it
        original(tree, *settings, **more)
        ask_types(tree)

    rewrite.rewrite_asserts = rewritten  # type: ignore[assignment]
    try:
        yield
    finally:
        rewrite.rewrite_asserts = original
