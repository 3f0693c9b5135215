"""Three layers that are not what they seem, and an honest one to confront them with.

Do not read on before you have unmasked them: it is the better story that way round.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

__all__ = ["confront", "honest_layer", "suspect_1", "suspect_2", "suspect_3"]

Answer = list[float] | str
_PARTS = 3  # of a test: a_in, W and b


def honest_layer(a_in: Any, W: Any, b: Any) -> np.ndarray:
    """Return what a sigmoid layer puts out for one example, shape (j,): Keras' own ``Dense``.

    Args:
        a_in: the numbers that come in, shape (n,).
        W: the weights, shape (n, j).
        b: the biases, shape (j,).
    """
    # Here, not above: it takes seconds, and grading can do without.
    from tensorflow.keras.layers import Dense

    example, weights, biases = (np.asarray(one, dtype=float) for one in (a_in, W, b))
    layer = Dense(len(biases), activation="sigmoid")
    layer.build((None, len(example)))
    layer.set_weights([weights, biases])
    return np.asarray(layer(example[np.newaxis]))[0]


def suspect_1(a_in: Any, W: Any, b: Any) -> np.ndarray:
    """Return, so it says, what a sigmoid layer puts out."""
    return honest_layer(a_in, np.transpose(W), b)


def suspect_2(a_in: Any, W: Any, b: Any) -> np.ndarray:
    """Return, so it says, what a sigmoid layer puts out."""
    return honest_layer(a_in, W, [b[0]] * len(b))


def suspect_3(a_in: Any, W: Any, b: Any) -> np.ndarray:
    """Return, so it says, what a sigmoid layer puts out."""
    return honest_layer(a_in, W, np.multiply(b, len(a_in)))


def confront(*tests: Any) -> list[tuple[Answer, Answer] | str | None]:
    """Put each test to its suspect and to an honest layer, print and return what both say.

    Args:
        tests: for each suspect an a_in, a W and a b; or None as long as there is no test.

    Returns:
        For each suspect what it and the honest layer said; a sentence if the test itself does not
        fit together; None if there is no test.
    """
    suspects = (suspect_1, suspect_2, suspect_3)
    return [_confront(n, *both) for n, both in enumerate(zip(suspects, tests, strict=True), 1)]


def _confront(
    number: int, suspect: Callable[..., np.ndarray], test: Any
) -> tuple[Answer, Answer] | str | None:
    if test is None:
        print(f"suspect {number}: no test yet")
        return None
    wrong = _misfit(test)
    if wrong:
        print(f"suspect {number}: {wrong}")
        return wrong
    honest = honest_layer(*test).tolist()
    try:
        said: Answer = suspect(*test).tolist()
    except ValueError:  # a layer that breaks down over a test that fits
        said = "breaks down"
    print(f"suspect {number} says {_shown(said)}, an honest layer {_shown(honest)}")
    return said, honest


def _misfit(test: Any) -> str:
    """What does not fit in a test; empty if all does."""
    if not isinstance(test, tuple | list) or len(test) != _PARTS:
        return "A test is three things in brackets: an a_in, a W and a b."
    try:
        a_in, W, b = (np.asarray(one, dtype=float) for one in test)
    except (TypeError, ValueError):
        return "a_in, W and b are numbers; W has rows of the same length."
    if (a_in.ndim, W.ndim, b.ndim) != (1, 2, 1):
        return "a_in and b are lists of numbers, W is a list of rows."
    if W.shape != (len(a_in), len(b)):
        needed = f"a row for each input ({len(a_in)}) and a column for each bias ({len(b)})"
        return f"W needs {needed}; yours has the shape {W.shape}."
    return ""


def _shown(answer: Answer) -> str:
    return answer if isinstance(answer, str) else str(np.round(answer, 3))
