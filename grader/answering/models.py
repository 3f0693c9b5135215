"""The facts of a Keras model, as data. Keras is never imported here: a model brings it along."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import numpy as np

from grader.protocol.activations import ACTIVATIONS
from grader.protocol.observations import MAX_EPOCHS, Described, Layer
from grader.protocol.values import Array, encode, plain_text

MAX_LAYERS = 64
_DEEPEST = 8  # models within models
_PROBED = np.linspace(-6.0, 6.0, 25).reshape(1, 25)  # arguments that tell activations apart


def is_model(thing: object) -> bool:
    """Whether it is a Keras model."""
    keras = sys.modules.get("keras")
    return keras is not None and isinstance(thing, keras.Model)


def describe_model(model: Any) -> Described:  # noqa: ANN401 - Keras has no types
    """The facts of a Keras 3 model; a fact that the model lacks stays None."""
    layers = list(_layers(model, _DEEPEST))[:MAX_LAYERS]
    described = tuple(_layer(layer) for layer in layers)
    facts: dict[str, Any] = {}
    if model.built:
        with suppress(Exception):
            facts["parameters"] = int(model.count_params())
        facts["input_shape"] = _input_shape(model, described)
    if getattr(model, "compiled", False):
        facts |= _training(model)
    return Described(described, **facts)


def _layers(model: Any, deepest: int) -> Iterator[Any]:  # noqa: ANN401
    """The layers in order, including those of a ``Sequential`` inside the model."""
    sequential = getattr(sys.modules["keras"], "Sequential", ())  # it may be no real library
    for layer in model.layers:
        if isinstance(layer, sequential) and deepest:
            yield from _layers(layer, deepest - 1)
        elif type(layer).__name__ != "InputLayer":
            yield layer


def _input_shape(model: Any, layers: tuple[Layer, ...]) -> tuple[int | None, ...] | None:  # noqa: ANN401
    """The shape a built model takes; a subclass has no record of it, but its first kernel has."""
    with suppress(Exception):
        return tuple(None if n is None else int(n) for n in model.input_shape)
    kernels = (layer.kernel.shape for layer in layers if layer.kernel is not None)
    return (None, *next(kernels, ())[:1]) if any(layer.kernel for layer in layers) else None


def _layer(layer: Any) -> Layer:  # noqa: ANN401
    units = getattr(layer, "units", None)
    return Layer(
        kind=type(layer).__name__[:60],
        units=units if type(units) is int and abs(units) < 2**63 else None,
        activation=_activation(getattr(layer, "activation", None)),
        kernel=_weights(layer, "kernel"),
        bias=_weights(layer, "bias"),
    )


def _activation(function: Any) -> str | None:  # noqa: ANN401
    """The name of an activation; a learner's own function has the name of the one it computes.

    The judge computes with the function of this name, so a false one gains nothing.
    """
    if function is None or str(getattr(function, "__module__", "")).startswith("keras."):
        return _name(function)
    with suppress(Exception):
        values = np.asarray(function(sys.modules["keras"].ops.convert_to_tensor(_PROBED)))
        for name, known in ACTIVATIONS.items():
            if values.shape == _PROBED.shape and np.allclose(values, known(_PROBED), atol=1e-4):
                return name
    return _name(function)


def _training(model: Any) -> dict[str, Any]:  # noqa: ANN401
    # With mixed precision the optimiser that was asked for stands inside of another.
    optimizer = getattr(model.optimizer, "inner_optimizer", model.optimizer)
    facts: dict[str, Any] = {"loss": _name(model.loss), "optimizer": _name(optimizer)}
    with suppress(Exception):
        facts["from_logits"] = bool(model.loss.get_config()["from_logits"])
    with suppress(Exception):
        facts["learning_rate"] = float(np.asarray(optimizer.learning_rate))
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
