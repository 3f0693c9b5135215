"""What a model's weights make of rows, layer by layer: A = g(a W + b), in NumPy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from grader.suite import Described, Difference, sigmoid
from public_tests.digit_model import network


def _softmax(z: Any) -> Any:
    powers = np.exp(z - z.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


_KNOWN: dict[str, Callable[[Any], Any]] = {
    "sigmoid": sigmoid,
    "linear": lambda z: z,
    "relu": lambda z: np.maximum(z, 0),
    "tanh": np.tanh,
    "softmax": _softmax,
    "hard_sigmoid": lambda z: np.clip(z / 6 + 0.5, 0, 1),
    "softplus": lambda z: np.logaddexp(0, z),
    "softsign": lambda z: z / (1 + np.abs(z)),
    "silu": lambda z: z * sigmoid(z),
    "elu": lambda z: np.where(z > 0, z, np.expm1(z)),
    "exponential": np.exp,
}
_PASSING = ("InputLayer", "Dropout", "Flatten")  # what goes in comes out, once it is trained
_WIDEST = 4096  # units; a row of a few bytes can claim a layer whose outputs fill the memory


def followed(model: Described) -> bool:
    """Whether each layer does what is known here, so that weights alone say what comes out.

    A dense layer without weights counts as known: it is refused, not believed.
    """
    return all(
        layer.kind in _PASSING or (layer.kind == "Dense" and layer.activation in _KNOWN)
        for layer in network(model)
    )


def layers(model: Described, X: np.ndarray) -> list[np.ndarray] | Difference:
    """The outputs of each dense layer for rows X of shape (m, n), or what is wrong with one."""
    a = X.astype(float)
    found = []
    for layer in network(model):
        if layer.kind in _PASSING:
            continue
        if layer.kernel is None:
            return Difference("dense layers with weights", f"a layer of type {layer.kind}")
        if layer.activation not in _KNOWN:
            return Difference("sigmoid layers", f"a layer with activation {layer.activation}")
        weights = layer.kernel.numpy()
        bias = np.zeros(weights.shape[1:]) if layer.bias is None else layer.bias.numpy()
        if weights.ndim != 2 or weights.shape[0] != a.shape[1] or bias.shape != weights.shape[1:]:
            got = f"weights of shape {weights.shape} and biases of shape {bias.shape}"
            return Difference("layers that fit", got)
        if not 1 <= weights.shape[1] <= _WIDEST:
            return Difference("layers of 25, 15 and 1 units", f"a layer of {weights.shape[1]}")
        with np.errstate(all="ignore"):
            a = _KNOWN[layer.activation](a @ weights.astype(float) + bias.astype(float))
        found.append(a)
    return found
