"""Helpers for the week-1 notebooks: the sigmoid, the digits, trained weights, pictures."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

__all__ = ["load_data", "load_weights", "needs", "np", "show_digits", "sigmoid"]

_HERE = Path(__file__).resolve().parent

# The notebook lies in assignment/, the unit tests it imports in the folder above.
if "public_tests" not in sys.modules and find_spec("public_tests") is None:
    sys.path.append(str(_HERE.parent))


def sigmoid(z: Any) -> Any:
    """Return 1 / (1 + exp(-z)) for a number or, element by element, for an array.

    Written as exp(-log(1 + exp(-z))), which overflows for no z.
    """
    return np.exp(-np.logaddexp(0, np.negative(z)))


def load_data() -> tuple[np.ndarray, np.ndarray]:
    """Return X (1000, 400), one digit a row, and y (1000, 1), its label 0 or 1."""
    return _load("X"), _load("y")


def load_weights() -> tuple[np.ndarray, ...]:
    """Return W1 (400, 25), b1 (25,), W2 (25, 15), b2 (15,), W3 (15, 1), b3 (1,), trained."""
    return tuple(_load(name) for name in ("w1", "b1", "w2", "b2", "w3", "b3"))


def _load(name: str) -> np.ndarray:
    """Load an array from data/ in the current folder or, failing that, beside this file."""
    here = Path("data", f"{name}.npy")
    return np.load(here if here.is_file() else _HERE / here)


def show_digits(
    X: np.ndarray,
    y: np.ndarray | None = None,
    rows: int = 3,
    columns: int = 8,
    predictions: np.ndarray | None = None,
) -> None:
    """Draw the first rows * columns digits of X (m, 400), upright.

    With labels y (m, 1), each is titled with its label; with predictions (m, 1) of 0 or 1 as
    well, with "label, prediction", and a wrong prediction is marked in words and colour.
    """
    # Here, not above: drawing is a second's import that grading can do without.
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(
        rows, columns, figsize=(1.1 * columns, 1.35 * rows), squeeze=False, layout="constrained"
    )
    labels = None if y is None else np.ravel(y)
    guesses = None if predictions is None else np.ravel(predictions)
    for i, ax in enumerate(axes.flat):
        ax.set_axis_off()
        if i >= len(X):
            continue
        ax.imshow(X[i].reshape(20, 20).T, cmap="gray_r", vmin=0, vmax=1)
        if labels is not None and guesses is not None:
            right = labels[i] == guesses[i]
            text = f"{labels[i]}, {guesses[i]}" if right else f"{labels[i]}, {guesses[i]} wrong"
            ax.set_title(text, fontsize=9, color="black" if right else "#D55E00")
        elif labels is not None:
            ax.set_title(labels[i], fontsize=9)
    if labels is not None:
        figure.suptitle("label" if guesses is None else "label, prediction", fontsize=10)


def needs(value: Any, exercise: str) -> Any:
    """Return the value, or say in one sentence which exercise has still to provide it.

    Raises:
        NotDoneYetError: the value is None, as it is while the exercise is unwritten.
    """
    if value is None:
        raise NotDoneYetError(
            f"This cell needs {exercise}: write that code and run its cell first."
        )
    return value


class NotDoneYetError(Exception):
    """A cell needs an exercise that is not written yet; Jupyter shows the sentence alone."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]
