"""Private cases of the digit model: what it predicts on handwriting it has never seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from grader.suite import Case, Describe, Described, Difference, array, asking, decode, facts
from solutions.private_tests._forward import layers

_DATA = Path(__file__).resolve().parents[1] / "data"
_X = np.load(_DATA / "X_holdout.npy")
_Y = np.load(_DATA / "y_holdout.npy").ravel() > 0
_ACCURACY = 0.95  # a network of this size reaches 0.99 on data like these
_ASK = asking(Describe("model", array(_X)))


_ONE_EACH = f"one number for each of {len(_X)} digits"


def _predictions(model: Described) -> Any:
    """The predictions as an array, or the difference that says what came instead."""
    wrong = Difference(_ONE_EACH, "something else")
    try:
        predictions = np.asarray(decode(model.predictions), dtype=float)
    except Exception:  # noqa: BLE001 - anything may come back
        return wrong
    return predictions.ravel() if predictions.shape == (len(_X), 1) else wrong


def _outputs(model: Described) -> Any:
    """What its weights make of the digits: A = g(a W + b), layer by layer; or a difference.

    The predictions are the submission's word; the weights have to bear them out.
    """
    found = layers(model, _X)
    if isinstance(found, Difference):
        return found
    a = found[-1] if found else _X
    return a.ravel() if a.shape == (len(_X), 1) else Difference(_ONE_EACH, f"shape {a.shape}")


def _within(model: Described) -> Difference | None:
    outputs = _outputs(model)
    if isinstance(outputs, Difference):
        return outputs
    low, high = float(outputs.min()), float(outputs.max())
    if not (low > 0.0 and high < 1.0):
        return Difference("outputs between 0 and 1", f"outputs from {low:.4g} to {high:.4g}")
    if low > 0.2 or high < 0.8:
        got = f"outputs from {low:.3f} to {high:.3f}"
        return Difference("outputs near 0 for some digits and near 1 for others", got)
    return None


def _accurate(model: Described) -> Difference | None:
    outputs = _outputs(model)
    if isinstance(outputs, Difference):
        return outputs
    right = float(np.mean((outputs >= 0.5) == _Y))
    if right >= _ACCURACY:
        return None
    return Difference(f"at least {_ACCURACY:.0%} of unseen digits right", f"{right:.1%} right")


def _follows_from_weights(model: Described) -> Difference | None:
    outputs, predictions = _outputs(model), _predictions(model)
    for found in (outputs, predictions):
        if isinstance(found, Difference):
            return found
    # Keras computes in single precision, this in double.
    if np.allclose(outputs, predictions, rtol=0, atol=1e-3):
        return None
    return Difference("predictions that follow from the model's weights", "other predictions")


CASES = (
    Case(
        "digit_model",
        "tells unseen zeros and ones apart",
        6,
        _ASK,
        facts(_accurate),
        "Was the model trained (fit) on X and y as they were loaded?",
    ),
    Case(
        "digit_model",
        "is sure of most digits, and stays between 0 and 1",
        4,
        _ASK,
        facts(_within),
        "Look at the smallest and largest prediction: which activation is last, "
        "and was X changed before training?",
    ),
    Case(
        "digit_model",
        "predicts what its weights say",
        4,
        _ASK,
        facts(_follows_from_weights),
        "Its predictions must be Keras' own, with the weights it was trained to.",
    ),
)
