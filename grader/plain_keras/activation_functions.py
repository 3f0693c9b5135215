"""Activation functions as arguments of layers; calling one directly leaves."""

from __future__ import annotations

from grader.plain_keras.listed import Listed, leaving
from grader.training.network import ACTIVATIONS, Floats, softmax
from grader.training.plain_requirements import require


class Activation(Listed):
    """An activation function of Keras, or TensorFlow's of the same name."""

    def __init__(self, name: str) -> None:
        """A function of this name in ``keras.activations``."""
        self.__name__ = name
        self.__module__ = "keras.src.activations.activations"

    __call__ = leaving("called")  # the result would be a tensor of TensorFlow's


_NAMES = ("linear", "sigmoid", "relu", "tanh", "softmax")
FUNCTIONS = {name: Activation(name) for name in _NAMES}


def activation(given: object) -> Activation:
    """The activation that a layer is given by its name or as a function; linear by default.

    Raises:
        NotPlainError: there is no such activation on the list.
    """
    if given is None:
        return FUNCTIONS["linear"]
    if type(given) is Activation:
        return given
    require(type(given) is str and given in FUNCTIONS, "another activation")
    return FUNCTIONS[str(given)]


def activated(name: str, z: Floats) -> Floats:
    """The result of an activation for a layer's numbers, shape (examples, units)."""
    if name == "linear":
        return z
    return softmax(z) if name == "softmax" else ACTIVATIONS[name]().forward(z)
