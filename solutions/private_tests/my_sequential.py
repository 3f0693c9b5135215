"""Private cases of ``my_sequential``: fresh numbers and widths for every submission."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

import numpy as np

from grader.suite import Arguments, array, drawn
from public_tests.my_sequential import STAND_INS
from solutions.drawing import Draw, numbers, single, weights, whole, zeros
from solutions.reference import my_sequential


def network(
    widths: tuple[int, ...],
    *,
    x: Draw = numbers,
    W: Draw = weights,
    b: Draw = numbers,
) -> Callable[[np.random.Generator], Arguments]:
    """Draws a network with these widths, the inputs first."""

    def draw(rng: np.random.Generator) -> Arguments:
        arguments = {"x": x(rng, widths[0])}
        for layer, (n, j) in enumerate(pairwise(widths), 1):
            arguments |= {f"W{layer}": W(rng, n, j), f"b{layer}": b(rng, j)}
        return arguments

    return draw


case = partial(drawn, "my_sequential", reference=my_sequential, points=2, stand_ins=STAND_INS)
_NUMBERS = "every mix-up of layers gives numbers here, which tell the mistake"
_FRESH = "with fresh numbers: the public one of this kind can be learned by heart"
_CHAIN = "What leaves one layer goes into the next; each layer has a W and a b of its own."

CASES = (
    case("all layers equally wide", network((3, 3, 3, 3)), help=_CHAIN, kept_because=_NUMBERS),
    case(
        "narrower and narrower, with large weights",
        network(
            (4, 3, 2, 2),
            x=lambda rng, n: array(numbers(rng, n).numpy() / 10),
            W=lambda rng, n, j: array(weights(rng, n, j).numpy() * 10),
        ),
        help=_CHAIN,
        kept_because="nothing else asks for weights beyond 10",
    ),
    case("wider, then narrower", network((2, 5, 4, 3)), help=_CHAIN, kept_because=_FRESH),
    case(
        "wide and narrow in turn",
        network((6, 2, 6, 2)),
        help=_CHAIN,
        kept_because="the weights of layers 1 and 3 have one shape: exchanged, they give numbers",
    ),
    case("one number all the way", network((1, 1, 1, 1)), help="Each layer still gives an array."),
    case(
        "three output units",
        network((2, 3, 2, 3)),
        help="All that the last layer gives is returned.",
        kept_because=_FRESH,
    ),
    case(
        "whole-number inputs",
        network((3, 2, 2, 1), x=whole),
        help="The inputs are whole numbers, the result is not.",
        kept_because=_FRESH,
    ),
    case(
        "single precision",
        network(
            (4, 3, 2, 1),
            x=lambda rng, n: single(numbers(rng, n)),
            W=lambda rng, n, j: single(weights(rng, n, j)),
            b=lambda rng, j: single(numbers(rng, j)),
        ),
        help="float32 arrays come in: the result stays the same.",
        kept_because="the arrays that Keras gives back are float32, whatever mistakes are known",
    ),
    case(
        "all inputs zero",
        network((3, 4, 3, 2), x=lambda _, n: zeros(n)),
        help="Even for zero inputs the biases speak.",
    ),
    case("no biases", network((3, 4, 3, 2), b=lambda _, j: zeros(j)), help=_CHAIN),
    case(
        "the same call twice",
        network((3, 3, 3, 3)),
        help=_CHAIN,
        times=2,
        kept_because="fresh numbers twice: what is kept between calls shows",
    ),
    case(
        "a network for images, 410-30-20-2",
        network((410, 30, 20, 2)),
        help="The sizes come from the weights; no size is fixed in the code.",
        kept_because="more units than in any picture: a size that is fixed in the code shows",
    ),
)
