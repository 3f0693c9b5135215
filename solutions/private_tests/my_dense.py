"""Private cases of ``my_dense``: fresh numbers for every submission."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from grader.protocol.probes import Call, Probe
from grader.protocol.values import Array, Function
from grader.suite import Case, agrees_with
from public_tests.my_dense import PARAMETERS
from solutions.drawing import large, numbers, positive, single, weights, whole, zeros
from solutions.reference import my_dense

Draw = Callable[[np.random.Generator, int], Array]


def case(
    title: str,
    n: int,
    j: int,
    g: str,
    help_: str,
    *,
    a_in: Draw = numbers,
    W: Callable[[np.random.Generator, int, int], Array] = weights,
    b: Draw = numbers,
    times: int = 1,
    kept_because: str = "",
) -> Case:
    """A layer of j units on n inputs with the activation function named g."""

    def ask(rng: np.random.Generator) -> Probe:
        arguments = (a_in(rng, n), W(rng, n, j), b(rng, j), Function(g))
        return Call("my_dense", PARAMETERS, arguments, times)

    return Case("my_dense", title, 2, ask, agrees_with(my_dense), help_, kept_because=kept_because)


CASES = (
    case(
        "more units than inputs",
        2,
        5,
        "bent",
        "How many units does a layer have: which of the two numbers of W.shape says so?",
        kept_because="the plain case with fresh numbers: copied public answers fail here first",
    ),
    case(
        "more inputs than units, and large numbers",
        5,
        2,
        "linear",
        "Each unit uses all the inputs, with the weights of its own column of W, as they are.",
        a_in=positive,
        W=large,
        kept_because="sums beyond 40 and weights beyond 10: nothing else asks for large numbers",
    ),
    case(
        "as many units as inputs",
        3,
        3,
        "bent",
        "W is square here, so rows and columns look alike: which of them belongs to one unit?",
        kept_because="mistakes with the shape give numbers here, which tell them from each other",
    ),
    case("one unit", 4, 1, "bent", "A layer of one unit still gives an array, with one number."),
    case("one input", 1, 3, "bent", "A single input still goes into every unit."),
    case(
        "whole-number inputs",
        3,
        2,
        "sigmoid",
        "The inputs are whole numbers, the outputs are not: what type has the array you fill?",
        a_in=whole,
        W=whole,
        b=whole,
    ),
    case(
        "single precision",
        4,
        3,
        "sigmoid",
        "float32 arrays come in: the result stays the same.",
        kept_because="a right answer in single precision must not be refused",
        a_in=lambda rng, n: single(numbers(rng, n)),
        b=lambda rng, j: single(numbers(rng, j)),
        W=lambda rng, n, j: single(weights(rng, n, j)),
    ),
    case(
        "all inputs zero",
        3,
        4,
        "bent",
        "With zero inputs each unit shows g of its own bias.",
        a_in=lambda _, n: zeros(n),
    ),
    case(
        "the same call twice",
        3,
        3,
        "bent",
        "Each unit uses all the inputs, with the weights of its own column of W.",
        times=2,
    ),
    case("another activation: relu", 3, 4, "relu", "Use the activation function g that is passed."),
    case("no activation: linear", 2, 3, "linear", "Use the activation function g that is passed."),
    case(
        "a layer for images, 410 inputs and 30 units",
        410,
        30,
        "sigmoid",
        "The sizes come from W; no size is fixed in the code.",
        kept_because="more units than in any picture: a size that is fixed in the code shows",
    ),
)
