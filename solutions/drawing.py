"""Inputs of private cases, drawn anew for each submission from a keyed generator.

The numbers are irregular and small enough that a sigmoid is never saturated.
"""

from __future__ import annotations

import numpy as np

from grader.border.values import Array, array


def numbers(rng: np.random.Generator, *shape: int) -> Array:
    """Numbers of about unit size."""
    return array(rng.normal(0.0, 1.0, shape).round(4))


def whole(rng: np.random.Generator, *shape: int) -> Array:
    """Whole numbers from -3 to 3, never all zero."""
    drawn = rng.integers(1, 4, shape) * rng.choice([-1, 1], shape)
    return array(drawn, dtype=np.int64)


def weights(rng: np.random.Generator, inputs: int, units: int) -> Array:
    """A layer's weights, shape (inputs, units), scaled so that its sums are of about unit size."""
    return array((rng.normal(0.0, 1.2, (inputs, units)) / np.sqrt(inputs)).round(4))


def single(value: Array) -> Array:
    """The same in single precision."""
    return array(value.numpy(), dtype=np.float32)


def zeros(*shape: int) -> Array:
    """Zeros."""
    return array(np.zeros(shape))
