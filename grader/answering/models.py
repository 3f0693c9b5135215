"""The facts of a Keras model, as data. Keras is never imported here: a model brings it along."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Any

import numpy as np

from grader.protocol.observations import MAX_EPOCHS, Described, Layer
from grader.protocol.values import Array, encode, plain_text

MAX_LAYERS = 64


def is_model(thing: object) -> bool:
    """Whether it is a Keras model."""
    keras = sys.modules.get("keras")
    return keras is not None and isinstance(thing, keras.Model)


def describe(model: Any) -> Described:  # noqa: ANN401 - Keras has no types
    """The facts of a Keras 3 model; what a model does not have stays None."""
    layers = [layer for layer in model.layers if type(layer).__name__ != "InputLayer"]
    facts: dict[str, Any] = {}
    if model.built:
        with suppress(Exception):
            facts["input_shape"] = tuple(None if n is None else int(n) for n in model.input_shape)
            facts["parameters"] = int(model.count_params())
    if getattr(model, "compiled", False):
        facts |= _training(model)
    return Described(tuple(_layer(layer) for layer in layers[:MAX_LAYERS]), **facts)


def _layer(layer: Any) -> Layer:  # noqa: ANN401
    units = getattr(layer, "units", None)
    return Layer(
        kind=type(layer).__name__[:60],
        units=units if type(units) is int and abs(units) < 2**63 else None,
        activation=_name(getattr(layer, "activation", None)),
        kernel=_weights(layer, "kernel"),
        bias=_weights(layer, "bias"),
    )


def _training(model: Any) -> dict[str, Any]:  # noqa: ANN401
    facts: dict[str, Any] = {"loss": _name(model.loss), "optimizer": _name(model.optimizer)}
    with suppress(Exception):
        facts["from_logits"] = bool(model.loss.get_config()["from_logits"])
    with suppress(Exception):
        facts["learning_rate"] = float(np.asarray(model.optimizer.learning_rate))
    with suppress(Exception):
        facts["steps"] = int(np.asarray(model.optimizer.iterations))
    with suppress(Exception):  # Keras leaves the record of the last fit there
        losses = model.history.history["loss"]
        facts["losses"] = tuple(float(loss) for loss in losses[:MAX_EPOCHS])
    return facts


def _name(thing: object) -> str | None:
    """The name of a function, a string's own text, or the class name of an object."""
    if thing is None:
        return None
    if type(thing) is str:
        return plain_text(thing, 60)
    name = getattr(thing, "__name__", None)
    return plain_text(name if type(name) is str else type(thing).__name__, 60)


def _weights(layer: Any, which: str) -> Array | None:  # noqa: ANN401
    with suppress(Exception):
        value = encode(np.asarray(getattr(layer, which)), largest=2 << 20)
        return value if isinstance(value, Array) else None
    return None
