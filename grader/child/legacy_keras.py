"""Leniency of Keras 2, the course's version: calls that Keras 3 refuses are done as before.

The rule: a spelling that gave the model of the lab with Keras 2.15 counts, whatever Keras 3 says of
it. These are units as text or as a decimal number, a slash in the name of a dense layer, a dense
layer called ``input_layer`` (as Keras 3 calls the input itself), ``batch_input_shape``, ``lr`` for
``learning_rate``, and the optimisers of ``keras.optimizers.legacy``. A shape that is a number,
``Input(shape=(400))``, is a mistake with tuples that the lab teaches to see, and stays one.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable
from typing import Any

_OPTIMIZERS = ("Adam", "SGD", "RMSprop", "Adagrad", "Adamax", "Nadam", "Adadelta", "Ftrl")
_LEGACY = ("keras.optimizers.legacy", "keras._tf_keras.keras.optimizers.legacy")


def install(keras: Any) -> None:  # noqa: ANN401 - Keras has no types
    """Give Keras its old leniency.

    Args:
        keras: the library.
    """
    _leniently(keras.layers.Dense, _dense)
    _leniently(keras.layers.InputLayer, _input())
    for name in _OPTIMIZERS:
        optimizer = getattr(keras.optimizers, name)
        _leniently(optimizer, _rate)
        for module in _LEGACY:
            if module in sys.modules:
                setattr(sys.modules[module], name, optimizer)


Arguments = tuple[list[Any], dict[str, Any]]


def _leniently(kind: Any, mended: Callable[[list[Any], dict[str, Any]], Arguments]) -> None:  # noqa: ANN401
    """Have a class take what it took once: its arguments are mended before it sees them."""
    strict = kind.__init__

    def lenient(self: Any, *given: Any, **named: Any) -> None:  # noqa: ANN401
        by_place, by_name = mended(list(given), dict(named))
        strict(self, *by_place, **by_name)

    kind.__init__ = lenient


def _dense(given: list[Any], named: dict[str, Any]) -> Arguments:
    if given:
        given[0] = _whole(given[0])
    elif "units" in named:
        named["units"] = _whole(named["units"])
    if "batch_input_shape" in named:
        named["input_shape"] = tuple(named.pop("batch_input_shape"))[1:]
    if isinstance(named.get("name"), str):
        named["name"] = named["name"].replace("/", "_")
    return given, named


def _whole(units: Any) -> Any:  # noqa: ANN401
    """Units as a whole number, if they can be meant as one."""
    is_digits = isinstance(units, str) and units.isdigit()
    is_decimal = isinstance(units, float) and units.is_integer()
    return int(units) if is_digits or is_decimal else units


def _input() -> Callable[[list[Any], dict[str, Any]], Arguments]:
    """A repair by which an input without a name gets one that no layer has."""
    numbers = itertools.count(1)

    def mended(given: list[Any], named: dict[str, Any]) -> Arguments:
        if named.get("name") is None:
            named["name"] = f"input_of_the_model_{next(numbers)}"
        return given, named

    return mended


def _rate(given: list[Any], named: dict[str, Any]) -> Arguments:
    if "lr" in named:
        named["learning_rate"] = named.pop("lr")
    return given, named
