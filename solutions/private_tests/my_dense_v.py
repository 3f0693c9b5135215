"""Private cases of ``my_dense_v``: fresh numbers for every submission.

The exercise has 10 points, fewer than cases: those worth 0 are for the feedback, each of them
covered by one with a point, or beyond what the docstring asks for.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from grader.protocol.probes import Call, Probe
from grader.protocol.values import Array, Function
from grader.suite import Case, agrees_with
from public_tests.my_dense_v import PARAMETERS
from solutions.drawing import large, numbers, positive, single, weights, whole, zeros
from solutions.reference import my_dense_v

Draw = Callable[..., Array]


def case(
    title: str,
    points: int,
    rows: tuple[int, ...],
    j: int,
    bias: tuple[int, ...],
    g: str,
    help_: str,
    *,
    A_in: Draw = numbers,
    W: Draw = weights,
    b: Draw = numbers,
    times: int = 1,
    advisory: bool = False,
    kept_because: str = "",
) -> Case:
    """A layer of j units on input of shape ``rows`` with a bias of shape ``bias``."""

    def ask(rng: np.random.Generator) -> Probe:
        arguments = (A_in(rng, *rows), W(rng, rows[-1], j), b(rng, *bias), Function(g))
        return Call("my_dense_v", PARAMETERS, arguments, times)

    expect = agrees_with(my_dense_v)
    return Case(
        "my_dense_v",
        title,
        points,
        ask,
        expect,
        help_,
        advisory=advisory,
        kept_because=kept_because,
    )


CASES = (
    case(
        "more units than inputs",
        1,
        (3, 2),
        5,
        (5,),
        "bent",
        "Write the two shapes side by side: which numbers must touch?",
        kept_because="the plain case with fresh numbers: copied public answers fail here first",
    ),
    case(
        "more inputs than units, and large numbers",
        1,
        (4, 5),
        2,
        (1, 2),
        "linear",
        "One row comes in for each example; one row must go out for each.",
        A_in=positive,
        W=large,
        kept_because="sums beyond 40 and weights beyond 10: nothing else asks for large numbers",
    ),
    case(
        "examples, inputs and units all three",
        1,
        (3, 3),
        3,
        (3,),
        "bent",
        "Everything is square here: does each bias go to its unit, or to its example?",
    ),
    case("one example", 1, (1, 3), 2, (1, 2), "bent", "A batch of one example is still a batch."),
    case(
        "one unit, 250 examples",
        1,
        (250, 2),
        1,
        (1,),
        "bent",
        "A layer of one unit still gives a column, with a row for each example.",
    ),
    case(
        "whole-number inputs",
        1,
        (3, 2),
        2,
        (2,),
        "sigmoid",
        "The inputs are whole numbers, the outputs are not.",
        A_in=whole,
        W=whole,
        b=whole,
    ),
    case(
        "the same call twice",
        1,
        (3, 3),
        2,
        (2,),
        "bent",
        "One row comes in for each example; one row must go out for each.",
        times=2,
        kept_because="fresh numbers twice: what is kept between calls shows",
    ),
    case(
        "a batch of 40 images, 410 inputs and 30 units",
        1,
        (40, 410),
        30,
        (1, 30),
        "sigmoid",
        "No size is fixed in the code: all come from the arrays.",
        kept_because="more units than in any picture: a size that is fixed in the code shows",
    ),
    case(
        "single precision",
        0,
        (3, 4),
        2,
        (2,),
        "sigmoid",
        "float32 arrays come in.",
        A_in=lambda rng, *shape: single(numbers(rng, *shape)),
        W=lambda rng, n, j: single(weights(rng, n, j)),
        b=lambda rng, *shape: single(numbers(rng, *shape)),
        kept_because="a right answer in single precision must not be refused",
    ),
    case(
        "all inputs zero",
        0,
        (2, 3),
        4,
        (1, 4),
        "bent",
        "With zero inputs every row shows g of the biases.",
        kept_because="here the biases speak alone",
        A_in=lambda _, *shape: zeros(*shape),
    ),
    case(
        "one row without a batch axis",
        0,
        (3,),
        2,
        (2,),
        "bent",
        "np.matmul takes a row of shape (n,) as well; no loop over the rows is needed.",
        advisory=True,
        kept_because="a transpose changes nothing here, which tells mistakes from each other",
    ),
    case(
        "another activation: relu",
        0,
        (4, 3),
        4,
        (4,),
        "relu",
        "Use the activation function g that is passed.",
    ),
)
