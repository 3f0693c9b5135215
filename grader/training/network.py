"""A chain of dense layers in float32: forward, and backward by the chain rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Step(Protocol):
    """One step of the chain."""

    def forward(self, inputs: Floats) -> Floats:
        """The outputs, of shape (examples, units), for inputs of shape (examples, inputs)."""

    def backward(self, slope: Floats, inputs: Floats, outputs: Floats, *, first: bool) -> Floats:
        """The derivative of the loss by the inputs, from its derivative by the outputs.

        Args:
            slope: the derivative by the outputs, of their shape.
            inputs: the inputs of ``forward``.
            outputs: the outputs of ``forward``.
            first: whether this is the first step, so that the result is not needed.
        """


class Affine:
    """``inputs @ kernel + bias``; the derivatives go into ``gradients``, of the same shapes."""

    def __init__(self, weights: Sequence[Floats], gradients: Sequence[Floats]) -> None:
        """Make a layer over views of the network's vectors: a kernel and, if it has one, a bias."""
        self._weights = weights
        self._gradients = gradients

    def forward(self, inputs: Floats) -> Floats:
        """See ``Step``."""
        outputs = inputs @ self._weights[0]
        if len(self._weights) > 1:
            outputs += self._weights[1]
        return outputs

    def backward(self, slope: Floats, inputs: Floats, outputs: Floats, *, first: bool) -> Floats:  # noqa: ARG002 - a step's
        """See ``Step``."""
        np.matmul(inputs.T, slope, out=self._gradients[0])
        if len(self._weights) > 1:
            np.sum(slope, axis=0, out=self._gradients[1])
        return slope if first else slope @ self._weights[0].T


class Sigmoid:
    """``1 / (1 + exp(-z))``."""

    def forward(self, inputs: Floats) -> Floats:
        """See ``Step``."""
        return sigmoid(inputs)

    def backward(self, slope: Floats, inputs: Floats, outputs: Floats, *, first: bool) -> Floats:  # noqa: ARG002
        """See ``Step``."""
        return slope * outputs * (1 - outputs)


class Relu:
    """``max(z, 0)``, whose derivative at 0 is 0 in TensorFlow."""

    def forward(self, inputs: Floats) -> Floats:
        """See ``Step``."""
        return np.maximum(inputs, np.float32(0))

    def backward(self, slope: Floats, inputs: Floats, outputs: Floats, *, first: bool) -> Floats:  # noqa: ARG002
        """See ``Step``."""
        return slope * (outputs > 0)


class Tanh:
    """``tanh(z)``."""

    def forward(self, inputs: Floats) -> Floats:
        """See ``Step``."""
        return np.tanh(inputs)

    def backward(self, slope: Floats, inputs: Floats, outputs: Floats, *, first: bool) -> Floats:  # noqa: ARG002
        """See ``Step``."""
        return slope * (1 - outputs * outputs)


ACTIVATIONS: dict[str, type[Step]] = {"sigmoid": Sigmoid, "relu": Relu, "tanh": Tanh}


def sigmoid(z: Floats) -> Floats:
    """``1 / (1 + exp(-z))``, elementwise."""
    result = np.exp(-z)
    result += 1
    np.reciprocal(result, out=result)
    return result


def softmax(z: Floats) -> Floats:
    """``exp(z) / sum(exp(z))`` of each row."""
    result: Floats = np.exp(z - z.max(axis=1, keepdims=True))
    result /= result.sum(axis=1, keepdims=True)
    return result


class Network:
    """The chain, with all weights in one vector, so that an optimiser takes one step for all.

    Attributes:
        weights: every weight and bias, layer by layer.
        gradient: the derivative of the loss by each weight, from the last ``backward``.
    """

    def __init__(self, layers: Iterable[tuple[Sequence[tuple[int, ...]], str]]) -> None:
        """Make a network whose weights are zeros.

        Args:
            layers: for each layer the shapes of its weights (kernel and bias, kernel alone, or
                none if it is only an activation) and its activation, a key of ``ACTIVATIONS``,
                or "linear".
        """
        layers = [(list(shapes), activation) for shapes, activation in layers]
        self._shapes = [shape for shapes, _ in layers for shape in shapes]
        self.weights = np.zeros(sum(map(_size, self._shapes)), np.float32)
        self.gradient = np.zeros_like(self.weights)
        weights, gradients = iter(self.views(self.weights)), iter(self.views(self.gradient))
        self._steps: list[Step] = []
        for shapes, activation in layers:
            if shapes:
                here = [(next(weights), next(gradients)) for _ in shapes]
                self._steps.append(Affine([w for w, _ in here], [g for _, g in here]))
            if activation != "linear":
                self._steps.append(ACTIVATIONS[activation]())

    def views(self, vector: Floats) -> list[Floats]:
        """The parts of a vector like ``weights`` in the shapes of kernels and biases, in order."""
        ends = np.cumsum([0, *map(_size, self._shapes)])
        return [
            vector[begin:end].reshape(shape)
            for begin, end, shape in zip(ends, ends[1:], self._shapes, strict=False)
        ]

    def forward(self, inputs: Floats) -> list[Floats]:
        """The inputs, then the outputs of each step; the last ones are the network's outputs."""
        values = [inputs]
        for step in self._steps:
            values.append(step.forward(values[-1]))
        return values

    def backward(self, slope: Floats, values: list[Floats]) -> None:
        """Fill ``gradient``.

        Args:
            slope: the derivative of the loss by the outputs, of their shape.
            values: the result of ``forward``.
        """
        for index in range(len(self._steps) - 1, -1, -1):
            step = self._steps[index]
            slope = step.backward(slope, values[index], values[index + 1], first=index == 0)


def _size(shape: Any) -> int:
    return int(np.prod(shape))
