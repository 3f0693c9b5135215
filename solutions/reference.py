"""The reference solutions. Shapes: x (n,), W (n, j), b (j,), A (m, n)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from grader.border.activations import sigmoid

_MOST_WORK = 50_000_000  # multiplications; 1000 images and 25 units of 400 inputs are a fifth of it


def affine(a_in: Any, W: Any, b: Any) -> Any:
    """The weighted sums of a layer before its activation, shape (j,) or (m, j).

    Wrong shapes fail with NumPy's own words, as they would in a loop over the units.

    Raises:
        ValueError: the shapes do not fit, or it is more work than any layer here asks for.
        IndexError: there are fewer biases than units.
    """
    a_in, W, b = (np.asarray(one, dtype=float) for one in (a_in, W, b))
    if max(a_in.size, 1) * max(W.shape[1:], default=1) > _MOST_WORK:
        raise ValueError("these arrays are too large for a layer of this lab")
    if a_in.ndim != 1 or (W.shape[:1] == a_in.shape and b.shape == W.shape[1:]):
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
