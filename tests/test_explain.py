"""Python's and the libraries' messages, explained with the values that they name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader.judging.exceptions import explain_exception
from grader.protocol.observations import Raised


def needs_g(a_in: Any, W: Any, b: Any, g: Any) -> None:
    """A function with the arguments of a layer."""


VECTOR = np.zeros(3)
NOTHING: Any = None
NAME: Any = "sigmoid"
ONE: Any = [1]

# What a beginner does, and words that the explanation has to have.
BEGINNERS: list[tuple[Callable[[], Any], list[str]]] = [
    (lambda: np.dot(np.zeros(3), np.zeros(2)), ["3 meets 2", "Print both shapes"]),
    (lambda: np.matmul(np.zeros((4, 2)), np.zeros((4, 2))), ["4 meets 2"]),
    (lambda: np.zeros(2) + VECTOR, ["(2,) meets (3,)"]),
    (lambda: VECTOR.__setitem__(0, np.zeros(2)), ["One number is wanted"]),
    (lambda: VECTOR.__setitem__(slice(2), np.zeros(3)), ["(3,)", "(2,)"]),
    (lambda: VECTOR[3], ["3 entries", "entry 3"]),
    (lambda: VECTOR[1, 2], ["1 axis", "2 indices"]),
    (lambda: np.dot[VECTOR, VECTOR], ["called with ()"]),  # type: ignore[index]
    (lambda: needs_g[0], ["called with ()"]),  # type: ignore[index]
    (lambda: VECTOR.shape(1), ["square brackets"]),  # type: ignore[operator]
    (lambda: VECTOR(1), ["square brackets"]),  # type: ignore[operator]
    (lambda: NAME(1), ["without quotes"]),
    (lambda: NOTHING.shape, ["return"]),
    (lambda: NOTHING + 1, ["return"]),
    (lambda: VECTOR.__setitem__(0, len), ["result"]),
    (lambda: needs_g(1, 2, 3), ["'g'", "def"]),  # type: ignore[call-arg]
    (lambda: needs_g(1, 2, 3, 4, 5), ["4", "5"]),  # type: ignore[call-arg]
    (lambda: needs_g(1, 2, 3, 4, unit=1), ["unit"]),  # type: ignore[call-arg]
    (lambda: [1.0] * 2.0, ["np.array"]),  # type: ignore[operator]
    (lambda: bool(VECTOR == 0), ["many numbers"]),
    (lambda: np.array([[1.0], [2.0, 3.0]]), ["differ in length"]),
    (lambda: np.dots, ["numpy", "dots"]),  # type: ignore[attr-defined]
    (lambda: exec("x = (1"), ["( is opened"]),
    (lambda: exec("def f():\nx = 1"), ["further right"]),
    (lambda: exec(" x = 1"), ["further right"]),
    (lambda: exec("def f():\n        x = 1\n    y = 2"), ["four spaces"]),
    (lambda: exec("if 1\n    x = 1"), ["colon"]),
    (lambda: exec("x = [1 2]"), ["comma"]),
    (lambda: exec("print('a)"), ["quotation mark"]),
    (lambda: exec("return 1"), ["too far left"]),
    (lambda: exec("def f():\n    q += 1\nf()", {}), ["`q`", "later"]),
    (lambda: ONE[4], ["fewer entries"]),
]


@pytest.mark.parametrize(("mistake", "parts"), BEGINNERS, ids=range(len(BEGINNERS)))
def test_what_beginners_meet_is_explained(mistake: Callable[[], Any], parts: list[str]) -> None:
    """The message of today's Python or NumPy is known, and its values are in the explanation."""
    with pytest.raises(Exception) as caught:
        mistake()
    words = explain_exception(Raised(type(caught.value).__name__, str(caught.value)))
    assert all(part in words for part in parts), (str(caught.value), words)
    assert len(words.split()) <= 45


@pytest.mark.parametrize(
    ("kind", "message", "part"),
    [
        ("ValueError", "Cannot convert '400' to a shape.", "(400) is a number"),
        (
            "TypeError",
            "Sequential.__init__() takes from 1 to 4 positional arguments but 5 were given",
            "one list",
        ),
        (
            "ValueError",
            "Could not interpret activation function identifier: sigmod",
            "called sigmod",
        ),
        (
            "ValueError",
            (
                'Input 0 of layer "dense" is incompatible with the layer: expected min_ndim=2, found '
                "ndim=1. Full shape received: (400,)"
            ),
            "even if there is one",
        ),
        ("ValueError", "You must call `compile()` before using the model.", "compiled"),
    ],
)
def test_what_keras_says_is_explained(kind: str, message: str, part: str) -> None:
    """Keras's messages are explained by what to change."""
    assert part in explain_exception(Raised(kind, message))


def test_what_nobody_knows_is_left_alone() -> None:
    """An unknown message gets no explanation, and a strange one breaks nothing."""
    assert "" == explain_exception(Raised("MyOwnError", "{0} is strange {"))
    assert "" == explain_exception(Raised("ValueError", ""))
