"""Layers: ``Dense``, and the input's size."""

from __future__ import annotations

import math
import random
import re
from typing import Any

import numpy as np

from grader.plain_keras.activation_functions import Activation, activated, activation
from grader.plain_keras.listed import Listed, leave, listed
from grader.plain_keras.tensors import EagerTensor, rows
from grader.training.network import Floats
from grader.training.philox import philox
from grader.training.plain_requirements import require

_GIVEN_BY_KERAS = re.compile(r"(dense|input_layer|keras_tensor|sequential)(_\d+)?")
_LARGEST_DRAW = 10**9  # keras/src/random/seed_generator.py, make_default_seed
_SCRAMBLE = (0x3EC8F720, 0x02461E29)  # tensorflow/core/kernels/stateless_random_ops.cc
_MANTISSA, _EXPONENT = np.uint32(0x7FFFFF), np.uint32(127 << 23)


class Input(Listed):
    """The beginning of a network: ``keras.Input``, or ``InputLayer``."""

    @listed
    def __init__(self, shape: object = None, *, name: str | None = None) -> None:
        """An input of examples with this shape, a tuple with one whole number."""
        self._size = size_of(shape)
        require_name(name)


class InputLayer(Input):
    """The input's size as a layer."""


class Layer(Listed):
    """The class of all layers; only those below are on the list."""

    def __init__(self, *_: object, **__: object) -> None:
        """Leave."""
        leave("a layer of another kind")


class Dense(Layer):
    """``activation(inputs @ kernel + bias)``."""

    @listed
    def __init__(
        self,
        units: object,
        activation: object = None,
        *,
        name: str | None = None,
        input_shape: object = None,
        input_dim: object = None,
    ) -> None:
        """A layer of so many units, whose random start is drawn now and made later."""
        require(type(units) is int and units > 0, "units of another kind")
        require_name(name)
        require(input_shape is None or input_dim is None, "two shapes")
        shape = input_shape if input_dim is None else (input_dim,)
        self._input = None if shape is None else size_of(shape)
        self._activation = _activation(activation)
        self._draw = random.randint(1, _LARGEST_DRAW)  # noqa: S311 - as Keras draws it
        self._model: object = None  # the one that it belongs to
        self._kernel: Floats | None = None
        self._bias: Floats | None = None
        self._show(units=units)
        if name is not None:
            self._show(name=name)

    @property
    def activation(self) -> Activation:
        """The activation function."""
        return self._activation

    @property
    def built(self) -> bool:
        """Whether the layer has weights."""
        return self._kernel is not None

    @property
    def kernel(self) -> EagerTensor:
        """The weights, shape (inputs, units)."""
        return EagerTensor(self._weights()[0])

    @property
    def bias(self) -> EagerTensor:
        """The biases, shape (units,)."""
        return EagerTensor(self._weights()[1])

    @listed
    def get_weights(self) -> list[Floats]:
        """Copies of kernel and bias."""
        require(self.built, "weights that are not there yet")
        return [weights.copy() for weights in self._weights()]

    @listed
    def set_weights(self, weights: object) -> None:
        """Take other numbers for kernel and bias."""
        require(self.built, "weights that are not there yet")
        self._kernel, self._bias = new_weights(self._weights(), weights)

    @listed
    def __call__(self, inputs: object) -> EagerTensor:
        """The outputs for examples, shape (examples, units)."""
        require(self.built, "a layer that is not built")
        return EagerTensor(self._forward(rows(inputs)))

    def _weights(self) -> tuple[Floats, Floats]:
        if self._kernel is None or self._bias is None:
            raise AttributeError("kernel")  # as of a layer of Keras' that is not built
        return self._kernel, self._bias

    def _build(self, inputs: int) -> None:
        self._kernel = _glorot_uniform(self._draw, (inputs, self.units))
        self._bias = np.zeros(self.units, np.float32)

    def _forward(self, inputs: Floats) -> Floats:
        kernel, bias = self._weights()
        return activated(self._activation.__name__, inputs @ kernel + bias)


_activation = activation


def require_name(name: object) -> None:
    """Require that a name, if there is one, is neither refused nor given by Keras itself.

    Raises:
        NotPlainError: it may be one.
    """
    own = type(name) is str and name and "/" not in name and not _GIVEN_BY_KERAS.fullmatch(name)
    require(name is None or own, "an odd name")


def size_of(shape: object) -> int:
    """The one number in the shape of an example.

    Raises:
        NotPlainError: the shape is of another kind.
    """
    require(type(shape) is tuple and len(shape) == 1, "a shape of another kind")
    size: Any = shape[0]  # type: ignore[index]
    require(type(size) is int and size > 0, "a shape of another kind")
    return int(size)


def new_weights(old: Any, given: object) -> list[Floats]:
    """Weights of the same shapes with other numbers.

    Raises:
        NotPlainError: they do not fit.
    """
    require(type(given) in (list, tuple), "weights of another kind")
    found: Any = given
    require(len(found) == len(old), "another number of weights")
    for new, known in zip(found, old, strict=True):
        require(type(new) is np.ndarray and new.dtype.kind in "fiu", "weights of another kind")
        require(new.shape == known.shape, "weights of another shape")
    return [np.array(new, np.float32) for new in found]


def _glorot_uniform(seed: int, shape: tuple[int, int]) -> Floats:
    """The random start of a kernel: uniform within sqrt(6 / (inputs + units)).

    Glorot and Bengio, 2010. The numbers are those of ``tf.random.stateless_uniform``.
    """
    first, second, third, fourth = (int(word) for word in philox(_SCRAMBLE, (0, 0), 4, seed))
    words = philox((first, second), (third, fourth), math.prod(shape)).astype(np.uint32)
    uniform = ((words & _MANTISSA) | _EXPONENT).view(np.float32) - np.float32(1)
    limit = np.float32(math.sqrt(6 / sum(shape)))
    return (uniform * (limit + limit) - limit).reshape(shape)
