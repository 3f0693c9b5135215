"""The requirements on a model: a chain of known layers, compiled with known parts.

Keras traces a model once, when it is first trained; so it is examined once for each ``compile``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from grader.training.compiled import accuracy_of, loss_of, optimizer_of, require_usual
from grader.training.keras_library import KerasLibrary
from grader.training.plain_requirements import require, require_as_made, same

_EXTRAS = ("kernel_regularizer", "bias_regularizer", "activity_regularizer", "kernel_constraint",
           "bias_constraint", "lora_rank", "quantization_config")  # fmt: skip


NetworkLayer = tuple[tuple[tuple[int, ...], ...], str]
"""The shapes of a layer's weights, and its activation."""


class PlainModel(msgspec.Struct, frozen=True):
    """The facts about a plain model that are needed to train it.

    Attributes:
        shape: the shape of one example.
        layers: the shapes of the weights and the activation of each layer, for ``Network``.
        units: the number of units of the last layer.
        variables: Keras' variables for the weights, in order.
        loss: the loss of a batch.
        kind: the kind of the loss: "binary", "categorical", "sparse" or "squares".
        accuracy: the name under which the accuracy is recorded; empty if it is not recorded.
        optimizer: Keras' optimiser.
    """

    shape: tuple[int, ...]
    layers: tuple[NetworkLayer, ...]
    units: int
    variables: tuple[Any, ...]
    loss: Any
    kind: str
    accuracy: str
    optimizer: Any


def plain_model_of(model: Any, library: KerasLibrary) -> PlainModel:
    """The facts about a plain model.

    Args:
        model: an object of any class.
        library: Keras.

    Raises:
        NotPlainError: a requirement is not met.
    """
    require(type(model) in (library.sequential, library.functional), "a model of another class")
    sequential = type(model) is library.sequential
    inner = model._functional if sequential else model
    require(model.built and type(inner) is library.functional, "a model that is not built")
    chain = _chain(inner, library)
    for thing in (model, inner, *chain):
        require_as_made(thing)
        require(thing.trainable, "something frozen")
        require(thing.dtype_policy.name == "float32", "another precision")
    layers = [_layer(layer, library) for layer in chain[1:]]
    variables = tuple(variable for _, _, found in layers for variable in found)
    require(variables, "no weights")
    owned = model.trainable_variables
    require(same(variables, owned) and not model.non_trainable_variables, "other weights")
    require(all(map(library.is_plain_variable, variables)), "weights of another kind")
    require(not model.losses and not model._metrics, "losses or metrics of its own")
    require_usual(model, library)
    units = int(chain[-1].output.shape[-1])
    kind, loss, cut = loss_of(model, layers[-1][1], units, library)
    return PlainModel(
        shape=tuple(chain[0].batch_shape[1:]),
        layers=trained_layers([(shapes, name) for shapes, name, _ in layers], cut=cut),
        units=units,
        variables=variables,
        loss=loss,
        kind=kind,
        accuracy=accuracy_of(model, library),
        optimizer=optimizer_of(model, variables, library),
    )


def trained_layers(layers: Sequence[NetworkLayer], *, cut: bool) -> tuple[NetworkLayer, ...]:
    """The layers of the network that is trained.

    Args:
        layers: the model's, each with the shapes of its weights and its activation.
        cut: whether the loss is computed from the inputs of the last activation.

    Raises:
        NotPlainError: a softmax is left among the activations.
    """
    *first, (shapes, last) = layers
    found = (*first, (shapes, "linear" if cut else last))
    require(all(activation != "softmax" for _, activation in found), "a softmax inside")
    return found


def _chain(model: Any, library: KerasLibrary) -> list[Any]:
    """The layers from the input to the output, each used once."""
    tensor, start = model._outputs_struct, model._inputs_struct
    found: list[Any] = []
    while True:
        require(type(tensor) is library.tensor, "several inputs or outputs")
        layer, node, _ = tensor._keras_history
        require(all(layer is not other for other in found), "a layer used twice")
        found.insert(0, layer)
        if type(layer) is library.input:
            break
        before = layer._inbound_nodes[node].input_tensors
        require(len(before) == 1, "a layer with several inputs")
        tensor = before[0]
    require(tensor is start, "another input")
    shape = found[0].batch_shape
    require(shape[0] is None and None not in shape[1:], "an input without a shape")
    require(found[0].dtype == "float32" and not found[0].sparse, "an input of another kind")
    return found


def _layer(layer: Any, library: KerasLibrary) -> tuple[tuple[tuple[int, ...], ...], str, list[Any]]:
    """The shapes of a layer's weights, its activation and its variables."""
    if type(layer) is library.flatten:
        return (), "linear", []
    if type(layer) is library.activation:
        return (), _activation(layer, library), []
    require(type(layer) is library.dense, "a layer of another kind")
    require(len(layer.input.shape[1:]) == 1, "images or sequences into a dense layer")
    require(all(getattr(layer, name) is None for name in _EXTRAS), "a layer with extras")
    variables = [layer._kernel, layer.bias] if layer.use_bias else [layer._kernel]
    shapes = tuple(tuple(map(int, variable.shape)) for variable in variables)
    return shapes, _activation(layer, library), variables


def _activation(layer: Any, library: KerasLibrary) -> str:
    try:
        name = library.activations.get(layer.activation, "")
    except TypeError:  # it cannot be hashed
        name = ""
    require(name, "an activation of another kind")
    return name
