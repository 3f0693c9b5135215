"""The numbers of a model: read from Keras' variables, and written back to them."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.training import optimizers
from grader.training.keras_library import KerasLibrary
from grader.training.network import Floats, Network
from grader.training.plain_model import PlainModel
from grader.training.trainer import RunningMean, Trainer


class State:
    """The weights, the optimiser's memory and the records of a model that is being trained.

    Attributes:
        trainer: holds them in NumPy.
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
        network = Network(plain.layers)
        optimizer = optimizers.like(plain.optimizer, len(network.weights))
        self.trainer = Trainer(network, plain.loss, plain.accuracy, optimizer)
        _build(model, plain, library)
        self.read()

    def read(self) -> None:
        """Read the numbers from Keras' variables, which a callback may have changed."""
        keras, trainer = self._plain.optimizer, self.trainer
        _fill(trainer.network.weights, self._plain.variables)
        for name, slot in trainer.optimizer.slots.items():
            _fill(slot, getattr(keras, name))
        trainer.steps = int(keras._iterations.numpy())
        trainer.rate = np.float32(keras._learning_rate.numpy())

    def write(self) -> None:
        """Write the numbers, and the records of the loss and the accuracy, to the variables."""
        keras, trainer = self._plain.optimizer, self.trainer
        self._assign(trainer.network.weights, self._plain.variables)
        for name, slot in trainer.optimizer.slots.items():
            self._assign(slot, getattr(keras, name))
        keras._iterations.assign(trainer.steps)
        _record(self._model._loss_tracker, trainer.loss)
        if self._plain.accuracy:
            _record(self._model._compile_metrics.metrics[0], trainer.accuracy)

    def _assign(self, vector: Floats, variables: Any) -> None:
        for variable, part in zip(variables, self.trainer.network.views(vector), strict=True):
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
