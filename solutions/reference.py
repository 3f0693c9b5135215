"""The reference solutions. Shapes: x (n,), W (n, j), b (j,), A (m, n)."""

from __future__ import annotations

import math
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import numpy as np

from grader.suite import sigmoid

_MOST_WORK = 50_000_000  # multiplications; 1000 images and 25 units of 400 inputs are a fifth of it
_MOST_SUMS = 1_000_000  # that come out of it; those are 25,000


def affine(a_in: Any, W: Any, b: Any) -> Any:
    """The weighted sums of a layer before its activation, shape (j,) or (m, j).

    Wrong shapes fail with NumPy's own words, as they would in a loop over the units.

    Raises:
        ValueError: the shapes do not fit, or it is more than any layer here asks for.
        IndexError: there are fewer biases than units.
    """
    a_in, W, b = (np.asarray(array, dtype=float) for array in (a_in, W, b))
    _refuse_too_much(a_in.shape, W.shape, b.shape)
    if a_in.ndim != 1 or (W.shape[:1] == a_in.shape and b.shape == W.shape[1:]):
        return np.matmul(a_in, W) + b
    return np.array([np.dot(a_in, W[:, j]) + b[j] for j in range(W.shape[1])], dtype=float)


def _refuse_too_much(a_in: tuple[int, ...], W: tuple[int, ...], b: tuple[int, ...]) -> None:
    """Arrays of a few bytes can ask for sums that fill the memory: axes of length 0 cost nothing.

    Raises:
        ValueError: it is more than any layer here asks for.
    """
    if max(len(a_in), len(W), len(b)) > 2:
        raise ValueError("a layer takes arrays of one or two axes")
    rows, units = math.prod(a_in[:-1]), math.prod(W[1:])
    added = rows * units
    with suppress(ValueError):  # what does not fit fails later, in NumPy's own words
        added = math.prod(np.broadcast_shapes((rows, units), b))
    work = rows * units * max(*a_in[-1:], 1)
    if work > _MOST_WORK or max(added, units * math.prod(b[1:])) > _MOST_SUMS:
        raise ValueError("these arrays are too large for a layer of this lab")


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
