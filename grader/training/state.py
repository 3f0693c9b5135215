"""The numbers of a model: read from Keras' variables, and written back to them."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.training import optimizers
from grader.training.keras_library import KerasLibrary
from grader.training.network import Floats, Network
from grader.training.plain_model import PlainModel


class RunningMean:
    """A mean over examples, kept as ``keras.metrics.Mean`` does: a total and a count in float32."""

    def __init__(self) -> None:
        """Begin with no examples."""
        self.total = self.count = np.float32(0)

    def add(self, value: np.float32, examples: int) -> None:
        """Add the sum of the values of this many examples."""
        self.total = np.float32(self.total + value)
        self.count = np.float32(self.count + np.float32(examples))

    @property
    def mean(self) -> float:
        """The mean so far; 0 without examples."""
        return float(self.total / self.count) if self.count else 0.0


class State:
    """The weights, the optimiser's memory and the records of a model that is being trained.

    Attributes:
        network: the network, with the weights.
        optimizer: the optimiser, with its slots.
        steps: the number of steps that the optimiser has made.
        rate: the learning rate.
    """

    def __init__(self, model: Any, plain: PlainModel, library: KerasLibrary) -> None:
        """Read a model's numbers.

        Args:
            model: the model of Keras.
            plain: the facts about it.
            library: Keras.
        """
        self._model = model
        self._plain = plain
        self.network = Network(plain.layers)
        self.optimizer = optimizers.like(plain.optimizer, len(self.network.weights))
        _build(model, plain, library)
        self.read()

    def read(self) -> None:
        """Read the numbers from Keras' variables, which a callback may have changed."""
        keras = self._plain.optimizer
        _fill(self.network.weights, self._plain.variables)
        for name, slot in self.optimizer.slots.items():
            _fill(slot, getattr(keras, name))
        self.steps = int(keras._iterations.numpy())
        self.rate = np.float32(keras._learning_rate.numpy())

    def write(self, loss: RunningMean, accuracy: RunningMean) -> None:
        """Write the numbers, and the records of the loss and the accuracy, to the variables."""
        keras, model = self._plain.optimizer, self._model
        self._empty(self.network.weights, self._plain.variables)
        for name, slot in self.optimizer.slots.items():
            self._empty(slot, getattr(keras, name))
        keras._iterations.assign(self.steps)
        _record(model._loss_tracker, loss)
        if self._plain.accuracy:
            _record(model._compile_metrics.metrics[0], accuracy)

    def _empty(self, vector: Floats, variables: Any) -> None:
        for variable, part in zip(variables, self.network.views(vector), strict=True):
            variable.assign(part)


def _fill(vector: Floats, variables: Any) -> None:
    vector[:] = np.concatenate([variable.numpy().ravel() for variable in variables])


def _record(metric: Any, total: RunningMean) -> None:
    metric.total.assign(total.total)
    metric.count.assign(total.count)


def _build(model: Any, plain: PlainModel, library: KerasLibrary) -> None:
    """Have Keras make its slots and metrics, which it does before the first step."""
    optimizer = plain.optimizer
    if not optimizer.built:
        with library.name_scope(optimizer.name, caller=optimizer):
            optimizer.build(list(plain.variables))
    predictions = library.tensor((None, plain.units), "float32")
    sparse = plain.kind == "sparse"
    targets = library.tensor((None,) if sparse else (None, plain.units), "float32")
    for part in (model._compile_loss, model._compile_metrics):
        if part is not None and not part.built:
            part.build(targets, predictions)
