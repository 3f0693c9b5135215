"""Helpers for the week-1 notebooks: the sigmoid, the digits, trained weights, pictures."""

from __future__ import annotations

import html
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

__all__ = ["load_data", "load_weights", "needs", "np", "show_digits", "sigmoid"]

# For TensorFlow, if it is imported after this: its notes about the processor look like errors, and
# without oneDNN it computes as it does where the notebook is graded.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "1")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")

_HERE = Path(__file__).resolve().parent

# The notebook lies in assignment/, the unit tests it imports in the folder above; whoever imports
# this file from elsewhere finds the pictures all the same.
for _package, _folder in (("pictures", _HERE), ("public_tests", _HERE.parent)):
    if _package not in sys.modules and find_spec(_package) is None:
        sys.path.append(str(_folder))

from pictures import show_digits  # noqa: E402 - kept here for notebooks that know it from here


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


def needs(value: Any, exercise: str) -> Any:
    """Return the value, or say in one sentence which exercise has still to provide it.

    Raises:
        NotDoneYetError: the value is None, as it is while the exercise is unwritten.
    """
    if value is None:
        raise NotDoneYetError(f"This cell needs {exercise}: fill in that cell and run it first.")
    return value


class NotDoneYetError(Exception):
    """A cell needs an exercise that is not written yet; Jupyter shows its sentence in grey."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]

    def _repr_html_(self) -> str:
        # As the checks say it; those are not imported here, for they take a while.
        style = "border-left:4px solid #7a7a7a;padding:.4em 1em"
        words = html.escape(str(self))
        sign = '<b style="color:#7a7a7a">\u2026</b>'
        return f'<section role="status" style="{style}">{sign} waits for you: {words}</section>'


def _show(_shell: Any, _kind: type, error: NotDoneYetError, _trace: Any, **_: Any) -> None:
    """Show what waits without the red of an error; the cell has ended all the same."""
    from IPython.display import display

    display(error)


try:  # only a notebook's kernel has one
    get_ipython().kernel  # type: ignore[name-defined]  # noqa: B018
    get_ipython().set_custom_exc((NotDoneYetError,), _show)  # type: ignore[name-defined]
except (NameError, AttributeError):
    pass
