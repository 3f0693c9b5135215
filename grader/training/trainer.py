"""A network that learns, batch by batch, and the records of an epoch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from grader.training import losses
from grader.training.example_order import example_order
from grader.training.fit_arguments import Data, FitPlan
from grader.training.network import Floats, Network
from grader.training.optimizers import UpdateRule


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


class Trainer:
    """Trains a network, or measures it.

    Attributes:
        network: the network, with the weights.
        optimizer: the optimiser, with its slots.
        steps: the number of steps that the optimiser has made.
        rate: the learning rate.
        loss: the record of the loss of this epoch.
        accuracy: the record of its accuracy.
    """

    def __init__(
        self, network: Network, loss: losses.BatchLoss, accuracy: str, optimizer: UpdateRule
    ) -> None:
        """Prepare a training.

        Args:
            network: the network; its weights are changed in place.
            loss: the loss of a batch.
            accuracy: the name under which the accuracy is recorded; empty if it is not recorded.
            optimizer: the optimiser.
        """
        self.network = network
        self.optimizer = optimizer
        self.steps = 0
        self.rate = np.float32(0)
        self.loss, self.accuracy = RunningMean(), RunningMean()
        self._measured = loss
        self._name = accuracy

    def epoch(self, data: Data, size: int) -> Iterator[int]:
        """Take every batch once; gives the number of each batch after its step."""
        self.loss, self.accuracy = RunningMean(), RunningMean()
        network = self.network
        for number, (inputs, targets) in enumerate(_batches(data, size)):
            with np.errstate(all="ignore"):
                values = network.forward(inputs)
                network.backward(self._note(values[-1], targets), values)
                self.steps += 1
                self.optimizer.step(network.weights, network.gradient, self.rate, self.steps)
            yield number

    def measure(self, data: Data, size: int) -> dict[str, float]:
        """The records of data that nothing is learned from, under the names of validation."""
        self.loss, self.accuracy = RunningMean(), RunningMean()
        with np.errstate(all="ignore"):
            for inputs, targets in _batches(data, size):
                self._note(self.network.forward(inputs)[-1], targets)
        return {f"val_{name}": value for name, value in self.logs().items()}

    def logs(self) -> dict[str, float]:
        """The records by their names, in alphabetical order, as Keras gives them to callbacks."""
        first = {self._name: self.accuracy.mean} if self._name else {}
        return {**first, "loss": self.loss.mean}

    def _note(self, outputs: Floats, targets: Floats) -> Floats:
        """Add a batch to the records; return the derivative of the loss by the outputs."""
        value, slope, predictions = self._measured.measure(outputs, targets)
        self.loss.add(value * np.float32(len(outputs)), len(outputs))
        if self._name:
            self.accuracy.add(losses.right(predictions, targets), len(outputs))
        return slope


def in_order(plan: FitPlan, seed: int) -> Data:
    """The examples in the order in which each epoch takes them, by TensorFlow's global seed."""
    if not plan.shuffle:
        return plan.data
    numbers = example_order(seed, len(plan.data.inputs))
    return Data(plan.data.inputs[numbers], plan.data.targets[numbers])


def _batches(data: Data, size: int) -> Iterator[tuple[Any, Any]]:
    for begin in range(0, len(data.inputs), size):
        end = begin + size
        yield data.inputs[begin:end], data.targets[begin:end]
