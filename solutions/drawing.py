"""Inputs of private cases, drawn anew for each submission from a keyed generator.

The numbers are irregular and small enough that a sigmoid is never saturated.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from grader.suite import Array, array

Draw = Callable[..., Array]
"""Draws an array of a shape: called with a generator and the lengths of the axes."""


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


def positive(rng: np.random.Generator, *shape: int) -> Array:
    """Numbers from 1 to 1.5."""
    return array(rng.uniform(1.0, 1.5, shape).round(4))


def large(rng: np.random.Generator, inputs: int, units: int) -> Array:
    """Weights beyond 10 in size, shape (inputs, units), with one sign for each unit.

    With four or more inputs from 1 to 1.5 each sum is beyond 40 in size, and so far below what
    single precision can hold that it makes no difference.
    """
    signs = rng.choice([-1.0, 1.0], units)
    return array((rng.uniform(10.1, 12.0, (inputs, units)) * signs).round(4))
