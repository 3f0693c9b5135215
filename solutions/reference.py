"""The reference solutions. Shapes: x (n,), W (n, j), b (j,), A (m, n)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from grader.border.activations import sigmoid


def affine(a_in: Any, W: Any, b: Any) -> Any:
    """The weighted sums of a layer before its activation, shape (j,) or (m, j).

    Wrong shapes fail with NumPy's own words, as they would in a loop over the units.
    """
    if np.ndim(a_in) != 1:
        return np.matmul(a_in, W) + b
    return np.array([np.dot(a_in, W[:, j]) + b[j] for j in range(W.shape[1])], dtype=float)


def my_dense(a_in: Any, W: Any, b: Any, g: Callable[[Any], Any]) -> Any:
    """One layer for one example, shape (j,)."""
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


def my_sequential(x: Any, W1: Any, b1: Any, W2: Any, b2: Any, W3: Any, b3: Any) -> Any:
    """Three sigmoid layers for one example, shape (j3,)."""
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    return my_dense(a2, W3, b3, sigmoid)


def my_dense_v(A_in: Any, W: Any, b: Any, g: Callable[[Any], Any]) -> Any:
    """One layer for a batch, shape (m, j); for one row without a batch axis, shape (j,)."""
    return g(np.matmul(A_in, W) + np.ravel(b)).astype(float)
