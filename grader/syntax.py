"""Walking syntax trees, which is most of what reading a submission costs."""

from __future__ import annotations

import ast

_WALKED = "_walked"


def walked(node: ast.AST) -> tuple[ast.AST, ...]:
    """The node and all below it, in the order of ``ast.walk``, less what only says load or store.

    What was found stays with the node: trees that are walked do not change here.
    """
    known: tuple[ast.AST, ...] | None = getattr(node, _WALKED, None)
    if known is None:
        found = [node]
        for one in found:  # it grows meanwhile
            for name in one._fields:
                part = getattr(one, name, None)
                if isinstance(part, list):
                    found += [item for item in part if isinstance(item, ast.AST)]
                elif isinstance(part, ast.AST) and not isinstance(part, ast.expr_context):
                    found.append(part)
        known = tuple(found)
        setattr(node, _WALKED, known)
    return known
