"""Steps of Keras' optimisers on a vector of weights; formulas as in ``keras/src/optimizers``."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np

from grader.training.network import Floats


class UpdateRule(Protocol):
    """The rule of an optimiser, with its memory of each weight.

    Attributes:
        slots: vectors of the weights' length, by the names of the attributes that hold them in
            Keras.
    """

    slots: dict[str, Floats]

    def step(self, weights: Floats, gradient: Floats, rate: np.float32, number: int) -> None:
        """Change the weights in place.

        Args:
            weights: the vector of all weights.
            gradient: the derivative of the loss by each weight.
            rate: the learning rate.
            number: the number of this step, from 1.
        """


class SgdRule:
    """``w -= rate g``; with momentum ``m = momentum m - rate g`` and ``w += m``."""

    def __init__(self, size: int, momentum: float, *, nesterov: bool) -> None:
        """For so many weights; the settings as in ``keras.optimizers.SGD``."""
        self._momentum = np.float32(momentum)
        self._nesterov = nesterov
        self.slots = {"momentums": np.zeros(size, np.float32)} if momentum else {}

    def step(self, weights: Floats, gradient: Floats, rate: np.float32, number: int) -> None:  # noqa: ARG002 - an optimiser's
        """See ``UpdateRule``."""
        change = gradient * rate
        if not self.slots:
            weights -= change
            return
        speed = self.slots["momentums"]
        speed *= self._momentum
        speed -= change
        weights += speed * self._momentum - change if self._nesterov else speed


class AdamRule:
    """Means of the gradient and of its square, corrected for their start at zero."""

    def __init__(self, size: int, beta_1: float, beta_2: float, epsilon: float) -> None:
        """For so many weights; the settings as in ``keras.optimizers.Adam``."""
        self._betas = np.float32(beta_1), np.float32(beta_2)
        self._news = np.float32(1 - beta_1), np.float32(1 - beta_2)
        self._epsilon = np.float32(epsilon)
        self._scratch = np.zeros(size, np.float32), np.zeros(size, np.float32)
        self.slots = {
            "_momentums": np.zeros(size, np.float32),
            "_velocities": np.zeros(size, np.float32),
        }

    def step(self, weights: Floats, gradient: Floats, rate: np.float32, number: int) -> None:
        """See ``UpdateRule``."""
        first, second = self.slots["_momentums"], self.slots["_velocities"]
        powers = [np.power(beta, np.float32(number)) for beta in self._betas]
        alpha = rate * np.sqrt(1 - powers[1]) / (1 - powers[0])
        change, below = self._scratch
        np.subtract(gradient, first, out=change)
        change *= self._news[0]
        first += change
        np.multiply(gradient, gradient, out=change)
        change -= second
        change *= self._news[1]
        second += change
        np.sqrt(second, out=below)
        below += self._epsilon
        np.multiply(first, alpha, out=change)
        change /= below
        weights -= change


class RmsPropRule:
    """The gradient over the root of the mean of its square."""

    def __init__(self, size: int, rho: float, momentum: float, epsilon: float) -> None:
        """For so many weights; the settings as in ``keras.optimizers.RMSprop``."""
        self._old, self._new = np.float32(rho), np.float32(1 - rho)
        self._momentum, self._epsilon = np.float32(momentum), np.float32(epsilon)
        names = ("_velocities", "_momentums") if momentum else ("_velocities",)
        self.slots = {name: np.zeros(size, np.float32) for name in names}

    def step(self, weights: Floats, gradient: Floats, rate: np.float32, number: int) -> None:  # noqa: ARG002
        """See ``UpdateRule``."""
        mean = self.slots["_velocities"]
        mean *= self._old
        mean += self._new * (gradient * gradient)
        change = rate * gradient / np.sqrt(mean + self._epsilon)
        if "_momentums" in self.slots:
            speed = self.slots["_momentums"]
            speed *= self._momentum
            speed += change
            change = speed
        weights -= change


def like(optimizer: Any, size: int) -> UpdateRule:
    """The rule with the settings of one of Keras' optimisers.

    Args:
        optimizer: Keras' ``SGD``, ``Adam`` or ``RMSprop``.
        size: the number of weights.
    """
    kind = type(optimizer).__name__
    if kind == "SGD":
        return SgdRule(size, optimizer.momentum, nesterov=optimizer.nesterov)
    if kind == "Adam":
        return AdamRule(size, optimizer.beta_1, optimizer.beta_2, optimizer.epsilon)
    return RmsPropRule(size, optimizer.rho, optimizer.momentum, optimizer.epsilon)
