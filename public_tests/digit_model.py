"""Exercise 1: the Keras model that tells a handwritten 0 from a 1."""

from __future__ import annotations

import itertools
import math
from pathlib import Path

import numpy as np
from msgspec.structs import replace

from grader.suite import (
    Case,
    Curve,
    Describe,
    Described,
    Difference,
    Drawing,
    Exercise,
    Layer,
    Observation,
    Probe,
    array,
    asking,
    decode,
    facts,
    picture_of,
)

EXERCISE = Exercise(
    "digit_model", "The digit model with Keras", order=10, check_name="test_c1", defines=("model",)
)
INPUTS = 400
UNITS = (25, 15, 1)
PARAMETERS = 10_431
_LEARNING_RATE = 0.001
_LOW, _HIGH = 0.3, 0.7
_NEXT_CELL = (
    "The cell that compiles and trains the model has not reached its end. If it stopped, see to "
    "what stopped it; if it was not run yet, run it. Then check again."
)
_ASK = asking(Describe("model"))


def network(model: Described) -> tuple[Layer, ...]:
    """The layers; an activation that is a layer of its own counts to the linear one before it.

    A Flatten does nothing to images that are rows of numbers already, and is left out there.
    """
    flat = len(model.input_shape or ()) == 2
    found: list[Layer] = []
    for layer in model.layers:
        if layer.kind == "Flatten" and flat:
            continue
        if layer.kind == "Activation" and found and found[-1].activation == "linear":
            found[-1] = replace(found[-1], activation=layer.activation)
        else:
            found.append(layer)
    return tuple(found)


def _layers(model: Described) -> Difference | None:
    layers = network(model)
    dense = all(layer.kind == "Dense" for layer in layers)
    if dense and tuple(layer.units for layer in layers) == UNITS:
        return None
    got = ", ".join(f"{layer.kind} {layer.units or ''}".strip() for layer in layers) or "no layers"
    return Difference("Dense 25, Dense 15, Dense 1", got)


def _activations(model: Described) -> Difference | None:
    found = [
        layer.activation or "none"
        for layer in network(model)
        if layer.units or layer.activation  # others have none to choose
    ]
    if found and set(found) == {"sigmoid"}:
        return None
    words = ", ".join("linear (that is, none)" if name == "linear" else name for name in found)
    return Difference("sigmoid in every layer", words or "no layers")


def _input(model: Described) -> Difference | None:
    if model.input_shape is None:
        return Difference("400 numbers for each image", "a model that does not know its input yet")
    if model.input_shape == (None, INPUTS):
        return None
    shape = model.input_shape[1:]
    return Difference("400 numbers for each image, shape (400,)", f"shape {shape}")


def _parameters(model: Described) -> Difference | None:
    if model.parameters == PARAMETERS:
        return None
    got = "a model without weights yet" if model.parameters is None else f"{model.parameters:,}"
    return Difference(f"{PARAMETERS:,} weights and biases", got)


def _loss(model: Described) -> Difference | None:
    if model.loss is None:
        return Difference("binary cross-entropy", "a model that was not compiled", _NEXT_CELL)
    short = model.loss.lower().replace("_", "")
    if short not in ("binarycrossentropy", "bce"):
        return Difference("binary cross-entropy", model.loss)
    return None


def _optimizer(model: Described) -> Difference | None:
    if model.optimizer is None:
        return Difference("Adam at 0.001", "a model that was not compiled", _NEXT_CELL)
    rate = model.learning_rate
    is_near = rate is not None and abs(rate - _LEARNING_RATE) <= 1e-6
    if model.optimizer == "Adam" and is_near:
        return None
    got = model.optimizer + (f" with {rate:.4g}" if rate is not None else "")
    return Difference("Adam with a learning rate of 0.001", got)


def _trained(model: Described) -> Difference | None:
    if model.steps or _has_moved(model):
        return None
    return Difference("a model that has been trained", "a model with its first, random weights")


def _has_moved(model: Described) -> bool:
    """Whether the weights are not those a model begins with, whose biases are all 0.

    A loop of one's own may leave no step in the optimiser that the model was compiled with.
    """
    biases = [layer.bias.numpy() for layer in network(model) if layer.bias is not None]
    return bool(biases) and all(bias.any() for bias in biases)


def _learning(model: Described) -> Curve | None:
    losses = list(itertools.takewhile(math.isfinite, model.losses))
    if len(losses) < 2:
        return None
    return Curve(
        title="How it learned",
        about=f"The loss fell from {losses[0]:.3g} to {losses[-1]:.3g} in {len(losses)} epochs."
        if losses[-1] < losses[0]
        else "The loss did not get smaller: the model did not learn from these data.",
        across="epoch",
        up="loss",
        values=tuple(losses),
    )


def _own_digits(_: np.random.Generator) -> Describe:
    """Every 25th image of the notebook's data: the zeros first, then the ones."""
    images = np.load(Path(__file__).parents[1] / "assignment" / "data" / "X.npy")
    return Describe("model", array(images[::25]))


def _tells_apart(_: Probe, seen: Observation) -> Difference | None:
    """Each of the first half near 0, each of the second near 1."""
    model = seen.outcome
    found = decode(model.predictions) if isinstance(model, Described) else None
    outputs = np.ravel(np.asarray(found, dtype=float)) if found is not None else np.empty(0)
    middle = len(outputs) // 2
    if outputs.size and outputs[:middle].max() < _LOW and outputs[middle:].min() > _HIGH:
        return None
    return Difference("numbers near 0 for zeros and near 1 for ones", "others")


FOR_HINTS = (
    Case(
        "digit_model",
        "tells the zeros and ones of the notebook apart",
        0,
        _own_digits,
        _tells_apart,
        "Print the model's predictions for `X[:5]`, all zeros, and for `X[-5:]`, all ones. How "
        "near are they to 0 and to 1?",
    ),
)

PICTURES = (Drawing("digit_model", Describe("model"), picture_of(_learning)),)

CASES = (
    Case(
        "digit_model",
        "three Dense layers of 25, 15 and 1 units",
        5,
        _ASK,
        facts(_layers),
        "Say kind and size of each layer from left to right, as in the picture of the network.",
    ),
    Case(
        "digit_model",
        "every layer has the sigmoid activation",
        3,
        _ASK,
        facts(_activations),
        "Which activation does each of your layers have, and which one does the table name?",
    ),
    Case(
        "digit_model",
        "takes images of 400 numbers",
        2,
        _ASK,
        facts(_input),
        "How many numbers does one image bring, and what in your model says so before one arrives?",
    ),
    Case(
        "digit_model",
        "has 10,431 weights and biases",
        2,
        _ASK,
        facts(_parameters),
        "Compare with 400*25 + 25, and so on for each layer.",
    ),
    Case(
        "digit_model",
        "is compiled with binary cross-entropy",
        1,
        _ASK,
        facts(_loss),
        "How many classes does one output unit tell apart?",
    ),
    Case(
        "digit_model",
        "is compiled with Adam at 0.001",
        1,
        _ASK,
        facts(_optimizer),
        "Compare with the cell that compiles the model.",
    ),
    Case(
        "digit_model",
        "was trained",
        2,
        _ASK,
        facts(_trained),
        "Nothing has changed its weights since it was made. Was it fitted after that, and were its "
        "layers free to learn?",
    ),
)
