"""The activation functions that both sides know; they cross by name.

``bent`` is there to tell mistakes apart: it is injective, not idempotent, not zero at zero, and
works on numbers and arrays, so a forgotten, doubled or swapped activation changes the result.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

Activation = Callable[[Any], Any]


def sigmoid(z: Any) -> Any:  # noqa: ANN401 - a number or an array of any shape
    """1 / (1 + exp(-z)) for a number or an array."""
    return 1.0 / (1.0 + np.exp(-z))


def relu(z: Any) -> Any:  # noqa: ANN401
    """max(0, z) for a number or an array."""
    return np.maximum(0.0, z)


def linear(z: Any) -> Any:  # noqa: ANN401
    """The argument itself."""
    return z


def bent(z: Any) -> Any:  # noqa: ANN401
    """exp(z / 4) + 0.3 z + 0.5 for a number or an array."""
    return np.exp(z / 4.0) + 0.3 * z + 0.5


ACTIVATIONS: Mapping[str, Activation] = MappingProxyType(
    {"sigmoid": sigmoid, "relu": relu, "linear": linear, "bent": bent}
)
