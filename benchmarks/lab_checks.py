"""The checks every peer runs: one set of questions, imported by each peer's own test format.

The peers differ in how a test is written down, so only that part is written anew for each. What is
asked lives here once, which keeps the comparison about the graders and not about the tests.
This file is copied beside the submission; it imports nothing but NumPy.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Check = Callable[[Any], None]


def sigmoid(z: Array) -> Array:
    """The logistic function, so that no check leans on the submission's own."""
    return np.asarray(1.0 / (1.0 + np.exp(-z)))


def drawn(seed: int, *shapes: tuple[int, ...]) -> list[Array]:
    """Repeatable normal arrays of the given shapes."""
    generator = np.random.default_rng(seed)
    return [generator.normal(size=shape) for shape in shapes]


def same(expected: Array, actual: Any) -> None:
    """Fail unless shape and values agree."""
    actual = np.asarray(actual)
    assert actual.shape == expected.shape, f"expected shape {expected.shape}, got {actual.shape}"
    np.testing.assert_allclose(actual, expected, rtol=1e-5, atol=1e-7)


def dense_values(my_dense: Any) -> None:
    """A layer of three units with the sigmoid."""
    a_in, w, b = drawn(1, (4,), (4, 3), (3,))
    same(sigmoid(a_in @ w + b), my_dense(a_in, w, b, sigmoid))


def dense_one_unit(my_dense: Any) -> None:
    """A layer of a single unit still returns an array of shape (1,)."""
    a_in, w, b = drawn(2, (5,), (5, 1), (1,))
    same(sigmoid(a_in @ w + b), my_dense(a_in, w, b, sigmoid))


def dense_other_activation(my_dense: Any) -> None:
    """The activation handed over is the one that is used."""
    a_in, w, b = drawn(3, (2,), (2, 6), (6,))
    same(np.maximum(0.0, a_in @ w + b), my_dense(a_in, w, b, lambda z: np.maximum(0.0, z)))


def three_layers(my_sequential: Any, seed: int, sizes: tuple[int, int, int, int]) -> None:
    """Compare a network of three sigmoid layers with the formula."""
    n, i, j, k = sizes
    x, w1, b1, w2, b2, w3, b3 = drawn(seed, (n,), (n, i), (i,), (i, j), (j,), (j, k), (k,))
    expected = sigmoid(sigmoid(sigmoid(x @ w1 + b1) @ w2 + b2) @ w3 + b3)
    same(expected, my_sequential(x, w1, b1, w2, b2, w3, b3))


def sequential_small(my_sequential: Any) -> None:
    """A network small enough to follow by hand."""
    three_layers(my_sequential, 4, (2, 3, 2, 1))


def sequential_wide(my_sequential: Any) -> None:
    """A network with more than one output."""
    three_layers(my_sequential, 5, (4, 6, 5, 3))


def sequential_digits(my_sequential: Any) -> None:
    """The network of the lab: 400 pixels, 25, 15 and 1 units."""
    three_layers(my_sequential, 6, (400, 25, 15, 1))


def dense_v_values(my_dense_v: Any) -> None:
    """Eight rows at once, the bias a row."""
    a_in, w, b = drawn(7, (8, 4), (4, 3), (1, 3))
    same(sigmoid(a_in @ w + b), my_dense_v(a_in, w, b, sigmoid))


def dense_v_flat_bias(my_dense_v: Any) -> None:
    """The bias may be a plain vector."""
    a_in, w, b = drawn(8, (3, 5), (5, 2), (2,))
    same(sigmoid(a_in @ w + b), my_dense_v(a_in, w, b, sigmoid))


def dense_v_one_row(my_dense_v: Any) -> None:
    """One row stays a matrix."""
    a_in, w, b = drawn(9, (1, 2), (2, 4), (1, 4))
    same(sigmoid(a_in @ w + b), my_dense_v(a_in, w, b, sigmoid))


def model_layers(model: Any) -> None:
    """Three sigmoid layers of 25, 15 and 1 units."""
    assert [layer.units for layer in model.layers] == [25, 15, 1]
    assert all(layer.activation.__name__ == "sigmoid" for layer in model.layers)


def model_parameters(model: Any) -> None:
    """400 inputs make 10,431 parameters."""
    assert model.count_params() == 10_431


def model_predictions(model: Any) -> None:
    """The model's predictions follow from its weights."""
    (rows,) = drawn(10, (16, 400))
    w1, b1, w2, b2, w3, b3 = (np.asarray(weights) for weights in model.get_weights())
    expected = sigmoid(sigmoid(sigmoid(rows @ w1 + b1) @ w2 + b2) @ w3 + b3)
    np.testing.assert_allclose(model.predict(rows, verbose=0), expected, rtol=1e-3, atol=1e-5)


CHECKS: dict[str, tuple[Check, ...]] = {
    "my_dense": (dense_values, dense_one_unit, dense_other_activation),
    "my_sequential": (sequential_small, sequential_wide, sequential_digits),
    "my_dense_v": (dense_v_values, dense_v_flat_bias, dense_v_one_row),
    "model": (model_layers, model_parameters, model_predictions),
}
