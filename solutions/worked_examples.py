"""One number of the right answer, worked out in words beside the one that came."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from grader.suite import Observation, Probe, answers_of, arguments_of, sigmoid
from solutions.reference import affine


def my_dense(probe: Probe, seen: Observation) -> str:
    """The first unit whose output is wrong."""
    a_in, W, b, g = arguments_of(probe).values()
    right, got = g(affine(a_in, W, b)), answers_of(seen)[0]
    (unit,) = _first_difference(right, got)
    return (
        f"Unit {unit} by hand: {_unit(a_in, W[:, unit], b[unit], g)} Yours gives {got[unit]:.4g}."
    )


def my_dense_v(probe: Probe, seen: Observation) -> str:
    """The first number that is wrong: one unit for one example."""
    A_in, W, b, g = arguments_of(probe).values()
    b = np.ravel(b)
    right, got = g(affine(A_in, W, b)), answers_of(seen)[0]
    row, unit = _first_difference(right, got)
    words = _unit(A_in[row], W[:, unit], b[unit], g)
    return f"Example {row}, unit {unit} by hand: {words} Yours gives {got[row, unit]:.4g}."


def my_sequential(probe: Probe, seen: Observation) -> str:
    """What each layer puts out."""
    x, *weights = arguments_of(probe).values()
    outputs = []
    for W, b in zip(weights[::2], weights[1::2], strict=True):
        x = sigmoid(affine(x, W, b))
        outputs.append(x)
    got = answers_of(seen)[0]
    _first_difference(x, got)
    layers = "; ".join(f"layer {at}: {_shown(output)}" for at, output in enumerate(outputs, 1))
    return (
        f"Layer by layer, this comes out here: {layers}. Yours ends with {_shown(got)}. Print what "
        "each of your layers puts out: which is the first that differs?"
    )


def _unit(inputs: Any, weights: Any, bias: float, g: Callable[[Any], Any]) -> str:
    """A weighted sum, its bias, and the activation of that."""
    sums = float(np.dot(inputs, weights))
    products = " + ".join(
        f"{_signed(number)} * {_signed(weight)}"
        for number, weight in zip(inputs, weights, strict=True)
    )
    return (
        f"{products} is {sums:.4g}; with the bias {bias:.4g} that makes {sums + bias:.4g}; "
        f"{g.__name__} makes {float(g(sums + bias)):.4g} of it."
    )


def _signed(number: float) -> str:
    return f"{number:.4g}" if number >= 0 else f"({number:.4g})"


def _first_difference(right: Any, got: Any) -> tuple[int, ...]:
    """The index of the first number that differs; there has to be one."""
    if right.shape != got.shape:
        raise ValueError("another shape")
    differ = np.argwhere(~np.isclose(right, got, rtol=1e-5, atol=1e-6))
    return tuple(int(place) for place in differ[0])


def _shown(numbers: Iterable[float]) -> str:
    return "[" + ", ".join(f"{number:.4g}" for number in numbers) + "]"


WORKED_EXAMPLES = {"my_dense": my_dense, "my_dense_v": my_dense_v, "my_sequential": my_sequential}
