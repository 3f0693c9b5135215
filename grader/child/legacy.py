"""Leniency of older libraries: operations that newer ones refuse are done as before.

A learner whose code was right with the libraries the course was written for must not pay for
their progress. NumPy 2.4 no longer takes an array of one element for a number ("setting an array
element with a sequence", "only 0-dimensional arrays can be converted"), and has lost the names in
``older_names``; Keras 3 refuses what is in ``legacy_keras``, and a NumPy array has no ``.numpy()``
where older helpers returned a tensor.
The grader asks again in this mode when it meets one of these refusals, and only then.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.child import legacy_keras
from grader.protocol import older_names

_NAMES = {"int": "_legacy_int", "float": "_legacy_float"}


def rewrite(source: str) -> str:
    """The cell with element assignments and number conversions as older NumPy did them."""
    try:
        tree = _Rewriter().visit(ast.parse(source))
        return ast.unparse(ast.fix_missing_locations(tree))
    except (SyntaxError, RecursionError):
        return source


def install(namespace: dict[str, Any]) -> None:
    """Give rewritten cells their helpers, and Keras its old leniency."""
    for name, today in older_names.NUMPY.items():
        if name not in vars(np):
            setattr(np, name, eval(today, {"np": np}))  # noqa: S307 - our own words
    namespace["_legacy_element"] = _element
    namespace["_legacy_number"] = _number
    namespace["_legacy_int"] = lambda *given: int(*map(_number, given))
    namespace["_legacy_float"] = lambda *given: float(*map(_number, given))
    if "keras" in sys.modules:
        legacy_keras.install(sys.modules["keras"])


def with_numpy(activation: Callable[..., Any]) -> Callable[..., Any]:
    """The activation function, with results that have ``.numpy()`` as a tensor has."""

    def tensor_like(z: Any) -> Any:  # noqa: ANN401
        result = activation(z)
        return result.view(_TensorLike) if type(result) is np.ndarray else result

    return tensor_like


class _TensorLike(np.ndarray[Any, Any]):
    def numpy(self) -> np.ndarray[Any, Any]:
        return self.view(np.ndarray)


class _Rewriter(ast.NodeTransformer):
    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        self.generic_visit(node)
        target = node.targets[0]
        if isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name):
            array = ast.Name(target.value.id, ast.Load())
            node.value = _call("_legacy_element", array, node.value)
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        match node.func:
            case ast.Name(name) if name in _NAMES:
                node.func = ast.Name(_NAMES[name], ast.Load())
            case ast.Attribute(ast.Name("math")):
                node.args = [_call("_legacy_number", given) for given in node.args]
        return node


def _call(name: str, *arguments: ast.expr) -> ast.Call:
    return ast.Call(ast.Name(name, ast.Load()), list(arguments), [])


def _number(thing: Any) -> Any:  # noqa: ANN401
    """The one element of an array of one element; anything else as it is."""
    return thing.item() if isinstance(thing, np.ndarray) and thing.size == 1 else thing


def _element(array: object, thing: Any) -> Any:  # noqa: ANN401
    return _number(thing) if isinstance(array, np.ndarray) else thing
