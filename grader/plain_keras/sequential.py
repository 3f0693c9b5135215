"""``Sequential``: layers one after the other, compiled and trained as Keras does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from grader.plain_keras import compiling, fitting
from grader.plain_keras.dense import Dense, Input, new_weights, require_name
from grader.plain_keras.listed import Listed, leave, listed
from grader.plain_keras.tensors import EagerTensor, rows
from grader.training.compiled import accuracy_name
from grader.training.fit_arguments import bound_arguments
from grader.training.network import Floats
from grader.training.plain_requirements import require


class Model(Listed):
    """The class of all models; only ``Sequential`` is on the list."""

    def __init__(self, *_: object, **__: object) -> None:
        """Leave."""
        leave("a model of another kind")


class Sequential(Model):
    """Dense layers one after the other.

    Attributes:
        compiled: whether ``compile`` was called.
        history: the record of the last training; absent before.
    """

    @listed
    def __init__(self, layers: Iterable[object] | None = None, name: str | None = None) -> None:
        """A model of these layers, which may begin with the input's size."""
        require(layers is None or type(layers) in (list, tuple), "layers of another kind")
        require_name(name)
        self._layers: list[Dense] = []
        self._input: int | None = None
        self._metric = ""
        self._show(compiled=False)
        for layer in layers or ():
            self._add(layer)

    @property
    def layers(self) -> list[Dense]:
        """The layers, without the input."""
        return [*self._layers]

    @property
    def built(self) -> bool:
        """Whether the layers have weights."""
        return self._input is not None and bool(self._layers)

    @property
    def input_shape(self) -> tuple[int | None, ...]:
        """The shape of a batch of examples, whose number is None."""
        return (None, self._input) if self.built else leave("an input that is not known")

    @listed
    def add(self, layer: object) -> None:
        """Put a layer at the end."""
        self._add(layer)

    @listed
    def get_layer(self, name: str | None = None, index: int | None = None) -> Dense:
        """A layer by its name or its place."""
        if name is None:
            return self._layers[index]  # type: ignore[index]  # any other fault leaves, too
        return next(layer for layer in self._layers if vars(layer).get("name") == name)

    @listed
    def count_params(self) -> int:
        """The number of weights and biases."""
        return sum(weights.size for weights in self._weights())

    @listed
    def get_weights(self) -> list[Floats]:
        """Copies of kernel and bias of each layer."""
        return [weights.copy() for weights in self._weights()]

    @listed
    def set_weights(self, weights: object) -> None:
        """Take other numbers for kernel and bias of each layer."""
        new = iter(new_weights(self._weights(), weights))
        for layer in self._layers:
            layer._kernel, layer._bias = next(new), next(new)

    @listed
    def summary(self) -> None:
        """Print nothing: the words of a summary are Keras' own."""

    @listed
    def predict(self, x: object, batch_size: object = None, verbose: object = "auto") -> Floats:
        """The outputs for examples, shape (examples, units)."""
        require(batch_size is None or type(batch_size) is int, "batches of another kind")
        require(verbose in ("auto", 0, 1, 2), "a verbosity of another kind")
        return self._forward(x)

    @listed
    def __call__(self, inputs: object, training: object = None) -> EagerTensor:
        """The outputs for examples, shape (examples, units)."""
        require(training in (None, False, True), "a phase of another kind")
        return EagerTensor(self._forward(inputs))

    @listed
    def compile(
        self, optimizer: object = "rmsprop", loss: object = None, metrics: object = None
    ) -> None:
        """Choose how to train."""
        metric = accuracy_name(metrics)
        chosen = compiling.optimizer(optimizer)
        require(chosen._model is None, "an optimiser that is in use")
        if loss is not None:
            compiling.kind_of_loss(loss)
        chosen._model = self
        self._metric = metric
        self._show(optimizer=chosen, loss=loss, compiled=True)

    @listed
    def fit(self, *given: Any, **named: Any) -> fitting.History:
        """Train; the arguments as in Keras."""
        call = bound_arguments(fitting.keras_fit, given, named)
        if not self.built:
            require(self._layers and self._input is None, "a model without layers")
            self._input = rows(call["x"]).shape[1]
            self._build()
        history = fitting.fit(self, call)
        self._show(history=history)
        return history

    def _add(self, layer: object) -> None:
        require("history" not in vars(self), "a layer after the training")
        if isinstance(layer, Input):
            require(not self._layers and self._input is None, "an input in the middle")
            self._input = layer._size
            return
        require(type(layer) is Dense, "a layer of another kind")
        dense: Any = layer
        require(dense._model is None, "a layer that is in use")
        if dense._input is not None:
            require(not self._layers, "an input in the middle")
            require(self._input in (None, dense._input), "another input")
            self._input = dense._input
        names = [vars(other)["name"] for other in self._layers if "name" in vars(other)]
        require(vars(dense).get("name") not in names, "two layers of the same name")
        dense._model = self
        self._layers.append(dense)
        if self._input is not None:
            self._build()

    def _build(self) -> None:
        size: Any = self._input
        for layer in self._layers:
            if not layer.built:
                layer._build(size)
            size = layer.units

    def _weights(self) -> list[Floats]:
        require(self.built, "weights that are not there yet")
        return [weights for layer in self._layers for weights in layer._weights()]

    def _forward(self, inputs: object) -> Floats:
        require(self.built, "a model that is not built")
        numbers = rows(inputs)
        with np.errstate(all="ignore"):
            for layer in self._layers:
                numbers = layer._forward(numbers)
        return numbers


@listed
def clone_model(model: object) -> Sequential:
    """A model of the same layers, with a random start of its own."""
    require(type(model) is Sequential, "a model of another kind")
    old: Any = model
    require(old.built, "a model that is not built")
    layers = [
        Dense(layer.units, layer.activation, name=vars(layer).get("name")) for layer in old.layers
    ]
    return Sequential([Input((old._input,)), *layers])
