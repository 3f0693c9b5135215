"""Private cases of the digit model: what it predicts on handwriting it has never seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from grader.border.activations import sigmoid
from grader.border.observations import Described
from grader.border.probes import Describe
from grader.border.values import array, decode
from grader.compare import Difference
from grader.suite import Case, asking, facts

_DATA = Path(__file__).resolve().parents[1] / "data"
_X = np.load(_DATA / "X_holdout.npy")
_Y = np.load(_DATA / "y_holdout.npy").ravel() > 0
_ACCURACY = 0.95  # a network of this size reaches 0.99 on data like these
_ASK = asking(Describe("model", array(_X)))


def _predictions(model: Described) -> Any:
    """The predictions as an array, or the difference that says what came instead."""
    value = model.predictions
    wrong = Difference(f"one number for each of {len(_X)} digits", "something else")
    try:
        predictions = np.asarray(decode(value), dtype=float)
    except Exception:  # noqa: BLE001 - anything may come back
        return wrong
    return predictions.ravel() if predictions.shape == (len(_X), 1) else wrong


def _within(model: Described) -> Difference | None:
    predictions = _predictions(model)
    if isinstance(predictions, Difference):
        return predictions
    low, high = float(predictions.min()), float(predictions.max())
    if not (low > 0.0 and high < 1.0):
        return Difference("outputs between 0 and 1", f"outputs from {low:.4g} to {high:.4g}")
    if low > 0.2 or high < 0.8:
        got = f"outputs from {low:.3f} to {high:.3f}"
        return Difference("outputs near 0 for some digits and near 1 for others", got)
    return None


def _accurate(model: Described) -> Difference | None:
    predictions = _predictions(model)
    if isinstance(predictions, Difference):
        return predictions
    right = float(np.mean((predictions >= 0.5) == _Y))
    if right >= _ACCURACY:
        return None
    return Difference(f"at least {_ACCURACY:.0%} of unseen digits right", f"{right:.1%} right")


def _follows_from_weights(model: Described) -> Difference | None:
    """A = g(a W + b), layer by layer, with the model's own weights."""
    a = _X.astype(float)
    for layer in model.layers:
        if layer.kernel is None or layer.bias is None:
            return Difference("dense layers with weights", f"a layer of type {layer.kind}")
        known = {"sigmoid": sigmoid, "linear": lambda z: z, "relu": lambda z: np.maximum(z, 0)}
        if layer.activation not in known:
            return Difference("sigmoid layers", f"a layer with activation {layer.activation}")
        weights, bias = layer.kernel.numpy(), layer.bias.numpy()
        if weights.ndim != 2 or weights.shape[0] != a.shape[1]:
            return Difference("layers that fit", f"weights of shape {weights.shape}")
        a = known[layer.activation](a @ weights.astype(float) + bias)
    predictions = _predictions(model)
    if isinstance(predictions, Difference):
        return predictions
    # Keras computes in single precision, this in double.
    if a.shape == (len(_X), 1) and np.allclose(a.ravel(), predictions, rtol=0, atol=1e-3):
        return None
    return Difference("predictions that follow from the model's weights", "other predictions")


CASES = (
    Case(
        "digit_model",
        "tells unseen zeros and ones apart",
        8,
        _ASK,
        facts(_accurate),
        "Was the model trained (fit) on X and y as they were loaded?",
    ),
    Case(
        "digit_model",
        "is sure of most digits, and stays between 0 and 1",
        5,
        _ASK,
        facts(_within),
        "Look at the smallest and largest prediction: which activation is last, "
        "and was X changed before training?",
    ),
    Case(
        "digit_model",
        "predicts what its weights say",
        5,
        _ASK,
        facts(_follows_from_weights),
        "Its predictions must be Keras' own, with the weights it was trained to.",
    ),
)
