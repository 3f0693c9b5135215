"""Private cases of the digit model: what it predicts on handwriting it has never seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np

from grader.suite import (
    Case,
    Describe,
    Described,
    Difference,
    Expect,
    Observation,
    Probe,
    array,
    asking_once,
    decode,
)
from solutions.private_tests._forward import followed, layers

_DATA = Path(__file__).resolve().parents[1] / "data"
_X = np.load(_DATA / "X_holdout.npy")
_Y = np.load(_DATA / "y_holdout.npy").ravel() > 0
_ACCURACY = 0.95  # a network of this size reaches 0.99 on data like these
_SINGLE = 1e-3  # Keras computes in single precision, this in double
_ONE_EACH = f"one number for each of {len(_X)} digits"


def _draw(rng: np.random.Generator) -> Describe:
    """Every digit twice: as they are stored, and in an order that nobody knows beforehand."""
    return Describe("model", array(np.concatenate([_X, _X[rng.permutation(len(_X))]])))


_ASK = asking_once("digits in two orders", _draw)


class _Outputs(msgspec.Struct, frozen=True):
    """What the model says of the digits, each of shape (m,).

    Attributes:
        numbers: what its weights make of them, or its predictions if nobody can follow its layers.
        predictions: of the submission's word.
        again: the same in another order, put back.
    """

    numbers: np.ndarray
    predictions: np.ndarray
    again: np.ndarray


def _outputs(probe: Probe, model: Described) -> _Outputs | Difference:
    """What the model says, or what came instead."""
    predictions = _predictions(model)
    if isinstance(predictions, Difference):
        return predictions
    first, second = predictions[: len(_X)], predictions[len(_X) :]
    again = np.empty_like(second)
    again[_order(probe)] = second
    if not followed(model):
        return _Outputs(first, first, again)
    found = layers(model, _X)
    if isinstance(found, Difference):
        return found
    a = found[-1] if found else _X
    if a.shape != (len(_X), 1):
        return Difference(_ONE_EACH, f"shape {a.shape}")
    return _Outputs(a.ravel(), first, again)


def _order(probe: Probe) -> np.ndarray:
    """The places of the digits in the question's second half."""
    if not isinstance(probe, Describe) or probe.rows is None:
        raise TypeError("only a question with digits has an order")
    places = {row.tobytes(): place for place, row in enumerate(_X)}
    return np.array([places[row.tobytes()] for row in probe.rows.numpy()[len(_X) :]])


def _predictions(model: Described) -> np.ndarray | Difference:
    """The predictions, shape (2 m,), or the difference that says what came instead."""
    wrong = Difference(_ONE_EACH, "something else")
    try:
        predictions = np.asarray(decode(model.predictions), dtype=float)
    except Exception:  # noqa: BLE001 - anything may come back
        return wrong
    return predictions.ravel() if predictions.shape == (2 * len(_X), 1) else wrong


def _told(judge: Callable[[_Outputs], Difference | None]) -> Expect:
    """An expectation of what the model says of the digits."""

    def expect(probe: Probe, seen: Observation) -> Difference | None:
        if not isinstance(seen.outcome, Described):
            return Difference("a Keras model", "something else")
        outputs = _outputs(probe, seen.outcome)
        return outputs if isinstance(outputs, Difference) else judge(outputs)

    return expect


def _within(outputs: _Outputs) -> Difference | None:
    low, high = float(outputs.numbers.min()), float(outputs.numbers.max())
    if not (low >= 0.0 and high <= 1.0):
        return Difference("outputs between 0 and 1", f"outputs from {low:.4g} to {high:.4g}")
    if low > 0.2 or high < 0.8:
        got = f"outputs from {low:.3f} to {high:.3f}"
        return Difference("outputs near 0 for some digits and near 1 for others", got)
    return _alike(outputs)


def _accurate(outputs: _Outputs) -> Difference | None:
    right = float(np.mean((outputs.numbers >= 0.5) == _Y))
    if right >= _ACCURACY:
        return _alike(outputs)
    return Difference(f"at least {_ACCURACY:.0%} of unseen digits right", f"{right:.1%} right")


def _alike(outputs: _Outputs) -> Difference | None:
    """A digit means the same wherever it stands: one that is known by its place is not read."""
    if np.allclose(outputs.predictions, outputs.again, rtol=0, atol=_SINGLE):
        return None
    return Difference("the same prediction for the same digit", "another one in another order")


def _follows_from_weights(outputs: _Outputs) -> Difference | None:
    if np.allclose(outputs.numbers, outputs.predictions, rtol=0, atol=_SINGLE):
        return _alike(outputs)
    return Difference("predictions that follow from the model's weights", "other predictions")


CASES = (
    Case(
        "digit_model",
        "tells unseen zeros and ones apart",
        6,
        _ASK,
        _told(_accurate),
        "Was the model trained (fit) on X and y as they were loaded?",
    ),
    Case(
        "digit_model",
        "is sure of most digits, and stays between 0 and 1",
        4,
        _ASK,
        _told(_within),
        "Look at the smallest and largest prediction: which activation is last, "
        "and was X changed before training?",
    ),
    Case(
        "digit_model",
        "predicts what its weights say",
        4,
        _ASK,
        _told(_follows_from_weights),
        "Its predictions must be Keras' own, with the weights it was trained to.",
    ),
)
