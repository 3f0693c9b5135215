"""Private cases of ``my_dense_v``: fresh numbers for every submission.

The exercise has 10 points: one, or half of one, for each case, and none for what is not asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from grader.suite import Arguments, bent, drawn, linear, relu, sigmoid
from solutions.drawing import Draw, large, numbers, positive, single, weights, whole, zeros
from solutions.reference import my_dense_v


def layer(
    rows: tuple[int, ...],
    j: int,
    bias: tuple[int, ...],
    g: Callable[[float], float],
    *,
    A_in: Draw = numbers,
    W: Draw = weights,
    b: Draw = numbers,
) -> Callable[[np.random.Generator], Arguments]:
    """Draws a layer of j units on input of shape ``rows`` with a bias of shape ``bias``."""
    return lambda rng: {
        "A_in": A_in(rng, *rows),
        "W": W(rng, rows[-1], j),
        "b": b(rng, *bias),
        "g": g,
    }


case = partial(drawn, "my_dense_v", reference=my_dense_v)

CASES = (
    case(
        "more units than inputs",
        layer((3, 2), 5, (5,), bent),
        points=1,
        help="Take one example alone and one unit: what does the formula give, and what yours?",
        kept_because="the plain case with fresh numbers: copied public answers fail here first",
    ),
    case(
        "more inputs than units, and large numbers",
        layer((4, 5), 2, (1, 2), linear, A_in=positive, W=large),
        points=1,
        help="One row comes in for each example; one row must go out for each.",
        kept_because="sums beyond 40 and weights beyond 10: nothing else asks for large numbers",
    ),
    case(
        "examples, inputs and units all three",
        layer((3, 3), 3, (3,), bent),
        points=0.5,
        help="Everything is square here: does each bias go to its unit, or to its example?",
    ),
    case(
        "one example",
        layer((1, 3), 2, (1, 2), bent),
        points=0.5,
        help="A batch of one example is still a batch.",
    ),
    case(
        "one unit, 250 examples",
        layer((250, 2), 1, (1,), bent),
        points=0.5,
        help="A layer of one unit still gives a column, with a row for each example.",
    ),
    case(
        "whole-number inputs",
        layer((3, 2), 2, (2,), sigmoid, A_in=whole, W=whole, b=whole),
        points=0.5,
        help="The inputs are whole numbers, the outputs are not.",
    ),
    case(
        "the same call twice",
        layer((3, 3), 2, (2,), bent),
        points=0.5,
        help="One row comes in for each example; one row must go out for each.",
        times=2,
        kept_because="fresh numbers twice: what is kept between calls shows",
    ),
    case(
        "a batch of 40 images, 410 inputs and 30 units",
        layer((40, 410), 30, (1, 30), sigmoid),
        points=0.5,
        help="No size is fixed in the code: all come from the arrays.",
        kept_because="more units than in any picture: a size that is fixed in the code shows",
    ),
    case(
        "single precision",
        layer(
            (3, 4),
            2,
            (2,),
            sigmoid,
            A_in=lambda rng, *shape: single(numbers(rng, *shape)),
            W=lambda rng, n, j: single(weights(rng, n, j)),
            b=lambda rng, *shape: single(numbers(rng, *shape)),
        ),
        points=0.5,
        help="float32 arrays come in: the result stays the same.",
        kept_because="a right answer in single precision must not be refused",
    ),
    case(
        "all inputs zero",
        layer((2, 3), 4, (1, 4), bent, A_in=lambda _, *shape: zeros(*shape)),
        points=0.5,
        help="With zero inputs every row shows g of the biases.",
        kept_because="here the biases speak alone",
    ),
    case(
        "one row without a batch axis (not asked for)",
        layer((3,), 2, (2,), bent),
        points=0,
        help="Not asked for; it costs nothing. np.matmul takes a row of shape (n,) as well.",
        advisory=True,
        kept_because="a transpose changes nothing here, which tells mistakes from each other",
    ),
    case(
        "another activation: relu",
        layer((4, 3), 4, (4,), relu),
        points=0.5,
        help="Is it the g that is passed which is applied here, and to the whole sum?",
    ),
)
