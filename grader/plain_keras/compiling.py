"""Losses and optimisers, the arguments of ``compile``, with Keras' names and defaults."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.plain_keras.listed import Listed, leaving, listed
from grader.plain_keras.tensors import EagerTensor
from grader.training import optimizers
from grader.training.plain_requirements import require

_EPSILON = 1e-7


class Loss(Listed):
    """A loss as an object."""

    _kind = ""

    @listed
    def __init__(self) -> None:
        """A loss that takes no logits."""
        self._logits = False

    @listed
    def get_config(self) -> dict[str, Any]:
        """Its settings; only ``from_logits`` is among them."""
        return {"from_logits": self._logits}

    __call__ = leaving("called")  # the result would be a tensor of TensorFlow's


class _CrossEntropy(Loss):
    @listed
    def __init__(self, from_logits: object = False) -> None:  # noqa: FBT002 - Keras' signature
        require(type(from_logits) is bool, "from_logits of another kind")
        self._logits = bool(from_logits)


class BinaryCrossentropy(_CrossEntropy):
    """For two classes."""

    _kind = "binary"


class CategoricalCrossentropy(_CrossEntropy):
    """For several classes, targets with a single 1 each."""

    _kind = "categorical"


class SparseCategoricalCrossentropy(_CrossEntropy):
    """For several classes, targets that are their numbers."""

    _kind = "sparse"


class MeanSquaredError(Loss):
    """For numbers."""

    _kind = "squares"


class LossFunction(Listed):
    """A loss as a function; calling it directly leaves."""

    def __init__(self, name: str, kind: str) -> None:
        """A function of this name in ``keras.losses``."""
        self.__name__ = name
        self._kind = kind

    __call__ = leaving("called")  # the result would be a tensor of TensorFlow's


FUNCTIONS = {
    name: LossFunction(name, kind)
    for name, kind in (
        ("binary_crossentropy", "binary"),
        ("categorical_crossentropy", "categorical"),
        ("sparse_categorical_crossentropy", "sparse"),
        ("mean_squared_error", "squares"),
    )
}
_BY_NAME = {name: loss._kind for name, loss in FUNCTIONS.items()} | {
    "bce": "binary",
    "mse": "squares",
}


def kind_of_loss(given: object) -> tuple[str, bool]:
    """The kind of a loss, and whether it takes logits.

    Raises:
        NotPlainError: the loss is not on the list.
    """
    if isinstance(given, Loss):
        return given._kind, given._logits
    if isinstance(given, LossFunction):
        return given._kind, False
    require(type(given) is str and given in _BY_NAME, "another loss")
    return _BY_NAME[str(given)], False


class Optimizer(Listed):
    """An optimiser, with its memory of the weights of its one model."""

    def __init__(self, rate: Any, **settings: object) -> None:
        require(type(rate) in (int, float), "a learning rate of another kind")
        require(all(type(value) in (bool, float) for value in settings.values()), "odd settings")
        self._rate = np.float32(rate)
        self._steps = 0
        self._rule: optimizers.UpdateRule | None = None
        self._model: object = None
        self._show(**settings)

    @property
    def learning_rate(self) -> EagerTensor:
        """The learning rate."""
        return EagerTensor(np.asarray(self._rate))

    @property
    def iterations(self) -> EagerTensor:
        """The number of steps so far."""
        return EagerTensor(np.asarray(self._steps))


class SGD(Optimizer):
    """See ``keras.optimizers.SGD``."""

    @listed
    def __init__(
        self,
        learning_rate: object = 0.01,
        momentum: object = 0.0,
        nesterov: object = False,  # noqa: FBT002 - Keras' signature
    ) -> None:
        """The settings as in Keras."""
        super().__init__(learning_rate, momentum=momentum, nesterov=nesterov)


class Adam(Optimizer):
    """See ``keras.optimizers.Adam``."""

    @listed
    def __init__(
        self,
        learning_rate: object = 0.001,
        beta_1: object = 0.9,
        beta_2: object = 0.999,
        epsilon: object = _EPSILON,
    ) -> None:
        """The settings as in Keras."""
        super().__init__(learning_rate, beta_1=beta_1, beta_2=beta_2, epsilon=epsilon)


class RMSprop(Optimizer):
    """See ``keras.optimizers.RMSprop``."""

    @listed
    def __init__(
        self,
        learning_rate: object = 0.001,
        rho: object = 0.9,
        momentum: object = 0.0,
        epsilon: object = _EPSILON,
    ) -> None:
        """The settings as in Keras."""
        super().__init__(learning_rate, rho=rho, momentum=momentum, epsilon=epsilon)


_OPTIMIZERS: dict[str, Any] = {"sgd": SGD, "adam": Adam, "rmsprop": RMSprop}


def optimizer(given: object) -> Optimizer:
    """The optimiser that ``compile`` is given by its name or as an object.

    Raises:
        NotPlainError: there is no such optimiser on the list.
    """
    if isinstance(given, Optimizer):
        return given
    require(type(given) is str and given.lower() in _OPTIMIZERS, "another optimiser")
    made: Optimizer = _OPTIMIZERS[str(given).lower()]()
    return made
