"""Losses of a batch with their derivatives, and the accuracy; the formulas are TensorFlow's.

The loss of a batch is the mean over its examples; with several outputs, of the mean over these.
``keras/src/backend/tensorflow/nn.py`` has the formulas; after a sigmoid or a softmax Keras takes
the cross-entropy of the inputs of that activation (the logits).
"""

from __future__ import annotations

from typing import Protocol

import numpy as np

from grader.training.network import Floats, sigmoid, softmax
from grader.training.plain_requirements import require

_EPSILON = np.float32(1e-7)  # keras.config.epsilon()
_THRESHOLD = np.float32(0.5)  # of keras.metrics.BinaryAccuracy


class BatchLoss(Protocol):
    """A loss."""

    def measure(self, outputs: Floats, targets: Floats) -> tuple[np.float32, Floats, Floats]:
        """The loss, its derivative by the outputs, and the predictions that the outputs mean.

        Args:
            outputs: the network's outputs, of shape (examples, units).
            targets: the targets, of the same shape.
        """


class BinaryCrossentropyOfProbabilities:
    """Loss of probabilities: ``-t log(p) - (1 - t) log(1 - p)``, p held within [1e-7, 1 - 1e-7]."""

    def measure(self, outputs: Floats, targets: Floats) -> tuple[np.float32, Floats, Floats]:
        """See ``BatchLoss``."""
        p = np.clip(outputs, _EPSILON, 1 - _EPSILON)
        value = -(targets * np.log(p) + (1 - targets) * np.log(1 - p)).mean()
        inside = (outputs >= _EPSILON) & (outputs <= 1 - _EPSILON)  # outside, clipping is flat
        slope = np.where(inside, (1 - targets) / (1 - p) - targets / p, np.float32(0))
        return value, (slope / outputs.size).astype(np.float32), outputs


class BinaryCrossentropyOfLogits:
    """``max(z, 0) - z t + log(1 + exp(-|z|))``, whose derivative is ``sigmoid(z) - t``."""

    def __init__(self, *, squashed: bool) -> None:
        """A loss.

        Args:
            squashed: whether the predictions are the sigmoid of the outputs, or these themselves.
        """
        self._squashed = squashed

    def measure(self, outputs: Floats, targets: Floats) -> tuple[np.float32, Floats, Floats]:
        """See ``BatchLoss``."""
        rest = np.log1p(np.exp(-np.abs(outputs)))
        value = (np.maximum(outputs, 0) - outputs * targets + rest).mean()
        probabilities = sigmoid(outputs)
        slope = (probabilities - targets) / np.float32(outputs.size)
        return value, slope, probabilities if self._squashed else outputs


class CategoricalCrossentropyOfLogits:
    """``-sum(t log(softmax(z)))``, whose derivative is ``softmax(z) - t`` if t sums to 1.

    TensorFlow takes that derivative whatever t sums to
    (``tf.nn.softmax_cross_entropy_with_logits``).
    """

    def __init__(self, *, squashed: bool) -> None:
        """A loss.

        Args:
            squashed: whether the predictions are the softmax of the outputs, or these themselves.
        """
        self._squashed = squashed

    def measure(self, outputs: Floats, targets: Floats) -> tuple[np.float32, Floats, Floats]:
        """See ``BatchLoss``."""
        shifted = outputs - outputs.max(axis=1, keepdims=True)
        logs = np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        value = (targets * (logs - shifted)).sum(axis=1).mean()
        probabilities = softmax(outputs)
        slope = (probabilities - targets) / np.float32(len(outputs))
        return value, slope, probabilities if self._squashed else outputs


class SquaredErrors:
    """``(p - t)^2``."""

    def measure(self, outputs: Floats, targets: Floats) -> tuple[np.float32, Floats, Floats]:
        """See ``BatchLoss``."""
        difference = outputs - targets
        slope = difference * np.float32(2 / outputs.size)
        return (difference * difference).mean(), slope, outputs


def loss_of_kind(kind: str, last: str, units: int, *, logits: bool) -> tuple[BatchLoss, bool]:
    """A loss, and whether it includes the last activation.

    Args:
        kind: "binary", "categorical", "sparse" or "squares".
        last: the last activation of the network.
        units: the number of units of its last layer.
        logits: whether the loss takes the outputs as logits.

    Raises:
        NotPlainError: Keras warns about the loss with such a network.
    """
    if kind == "squares":
        require(last != "softmax", "a softmax with another loss")
        return SquaredErrors(), False
    if kind == "binary":
        cut = last == "sigmoid"
        require(last != "softmax" and not (cut and logits), "probabilities said to be logits")
        if cut or logits:
            return BinaryCrossentropyOfLogits(squashed=cut), cut
        return BinaryCrossentropyOfProbabilities(), False
    cut = last == "softmax"
    require(units > 1 and cut is not logits and last in ("softmax", "linear"), "odd classes")
    return CategoricalCrossentropyOfLogits(squashed=cut), cut


def right(predictions: Floats, targets: Floats) -> np.float32:
    """The number of examples that ``metrics=["accuracy"]`` counts as right.

    With one output, these are the examples on the target's side of 0.5; with several, the examples
    whose largest output is at the same place as the largest target.
    """
    if predictions.shape[1] == 1:
        return np.float32(np.sum((predictions > _THRESHOLD) == targets))
    return np.float32(np.sum(predictions.argmax(axis=1) == targets.argmax(axis=1)))
