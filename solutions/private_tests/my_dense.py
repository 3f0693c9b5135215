"""Private cases of ``my_dense``: fresh numbers for every submission."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from grader.suite import Arguments, bent, drawn, linear, relu, sigmoid
from solutions.drawing import Draw, large, numbers, positive, single, weights, whole, zeros
from solutions.reference import my_dense


def layer(
    n: int,
    j: int,
    g: Callable[[float], float],
    *,
    a_in: Draw = numbers,
    W: Draw = weights,
    b: Draw = numbers,
) -> Callable[[np.random.Generator], Arguments]:
    """Draws a layer of j units on n inputs."""
    return lambda rng: {"a_in": a_in(rng, n), "W": W(rng, n, j), "b": b(rng, j), "g": g}


case = partial(drawn, "my_dense", reference=my_dense, points=2)

CASES = (
    case(
        "more units than inputs",
        layer(2, 5, bent),
        help="How many units does a layer have: which of the two numbers of W.shape says so?",
        kept_because="the plain case with fresh numbers: copied public answers fail here first",
    ),
    case(
        "more inputs than units, and large numbers",
        layer(5, 2, linear, a_in=positive, W=large),
        help="Each unit uses all the inputs, with the weights of its own column of W, as they are.",
        kept_because="sums beyond 40 and weights beyond 10: nothing else asks for large numbers",
    ),
    case(
        "as many units as inputs",
        layer(3, 3, bent),
        help="W is square here, so rows and columns look alike: which of them belongs to one unit?",
        kept_because="mistakes with the shape give numbers here, which tell them from each other",
    ),
    case(
        "one unit",
        layer(4, 1, bent),
        help="A layer of one unit still gives an array, with one number.",
    ),
    case("one input", layer(1, 3, bent), help="A single input still goes into every unit."),
    case(
        "whole-number inputs",
        layer(3, 2, sigmoid, a_in=whole, W=whole, b=whole),
        help="The inputs are whole numbers, the outputs are not: what type has the array you fill?",
    ),
    case(
        "single precision",
        layer(
            4,
            3,
            sigmoid,
            a_in=lambda rng, n: single(numbers(rng, n)),
            W=lambda rng, n, j: single(weights(rng, n, j)),
            b=lambda rng, j: single(numbers(rng, j)),
        ),
        help="float32 arrays come in: the result stays the same.",
        kept_because="a right answer in single precision must not be refused",
    ),
    case(
        "all inputs zero",
        layer(3, 4, bent, a_in=lambda _, n: zeros(n)),
        help="With zero inputs each unit shows g of its own bias.",
    ),
    case(
        "the same call twice",
        layer(3, 3, bent),
        help="Each unit uses all the inputs, with the weights of its own column of W.",
        times=2,
    ),
    case(
        "another activation: relu",
        layer(3, 4, relu),
        help="Is it the g that is passed which is applied here, and to the whole sum?",
    ),
    case(
        "no activation: linear",
        layer(2, 3, linear),
        help="Is it the g that is passed which is applied here, and to the whole sum?",
    ),
    case(
        "a layer for images, 410 inputs and 30 units",
        layer(410, 30, sigmoid),
        help="The sizes come from W; no size is fixed in the code.",
        kept_because="more units than in any picture: a size that is fixed in the code shows",
    ),
)
