"""Private cases of ``my_sequential``: fresh numbers and widths for every submission."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from grader.protocol.probes import Call, Probe
from grader.protocol.values import Array, array
from grader.suite import Case, agrees_with
from public_tests.my_sequential import PARAMETERS, STAND_INS
from solutions.drawing import numbers, single, weights, whole, zeros
from solutions.reference import my_sequential

Draw = Callable[..., Array]


def case(
    title: str,
    widths: tuple[int, int, int, int],
    help_: str,
    *,
    x: Draw = numbers,
    W: Draw = weights,
    b: Draw = numbers,
    times: int = 1,
    kept_because: str = "",
) -> Case:
    """A network with these widths, the inputs first."""

    def ask(rng: np.random.Generator) -> Probe:
        arguments = [x(rng, widths[0])]
        for n, j in pairwise(widths):
            arguments += [W(rng, n, j), b(rng, j)]
        return Call("my_sequential", PARAMETERS, tuple(arguments), times, STAND_INS)

    return Case(
        "my_sequential", title, 2, ask, agrees_with(my_sequential), help_, kept_because=kept_because
    )


_NUMBERS = "every mix-up of layers gives numbers here, which tell the mistake"
_FRESH = "with fresh numbers: the public one of this kind can be learned by heart"
_CHAIN = "What leaves one layer goes into the next; each layer has a W and a b of its own."

CASES = (
    case("all layers equally wide", (3, 3, 3, 3), _CHAIN, kept_because=_NUMBERS),
    case(
        "narrower and narrower, with large weights",
        (4, 3, 2, 2),
        _CHAIN,
        x=lambda rng, n: array(numbers(rng, n).numpy() / 10),
        W=lambda rng, n, j: array(weights(rng, n, j).numpy() * 10),
        kept_because="nothing else asks for weights beyond 10",
    ),
    case("wider, then narrower", (2, 5, 4, 3), _CHAIN, kept_because=_FRESH),
    case(
        "wide and narrow in turn",
        (6, 2, 6, 2),
        _CHAIN,
        kept_because="the weights of layers 1 and 3 have one shape: exchanged, they give numbers",
    ),
    case("one number all the way", (1, 1, 1, 1), "Each layer still gives an array."),
    case(
        "three output units",
        (2, 3, 2, 3),
        "All that the last layer gives is returned.",
        kept_because=_FRESH,
    ),
    case(
        "whole-number inputs",
        (3, 2, 2, 1),
        "The inputs are whole numbers, the result is not.",
        x=whole,
        kept_because=_FRESH,
    ),
    case(
        "single precision",
        (4, 3, 2, 1),
        "float32 arrays come in: the result stays the same.",
        x=lambda rng, n: single(numbers(rng, n)),
        b=lambda rng, j: single(numbers(rng, j)),
        W=lambda rng, n, j: single(weights(rng, n, j)),
    ),
    case(
        "all inputs zero",
        (3, 4, 3, 2),
        "Even for zero inputs the biases speak.",
        x=lambda _, n: zeros(n),
    ),
    case("no biases", (3, 4, 3, 2), _CHAIN, b=lambda _, j: zeros(j)),
    case(
        "the same call twice",
        (3, 3, 3, 3),
        _CHAIN,
        times=2,
        kept_because="fresh numbers twice: what is kept between calls shows",
    ),
    case(
        "a network for images, 410-30-20-2",
        (410, 30, 20, 2),
        "The sizes come from the weights; no size is fixed in the code.",
        kept_because="more units than in any picture: a size that is fixed in the code shows",
    ),
)
