"""Eight lines that print a shape; X holds 1000 images of 400 pixels, one a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from grader.suite import Case
from public_tests._question import question
from public_tests._spelling import number, shape, shown

Shape = tuple[int, ...]
_X = np.zeros((1000, 400), np.int8)
_KEEPS = "X[0] takes one row out of the matrix: how many axes has what is left?"
_SLICE = "A slice such as 0:1 keeps the axis it cuts, even if one row is all that is in it."
_TURNS = "Look at what .T is applied to: how many axes has it?"
_SWAPS = ".T swaps the two axes of a matrix. What shape does the matrix it is applied to have?"


def prints(
    place: int,
    code: str,
    make: Callable[[Any], Any],
    replies: Mapping[Shape, str],
    otherwise: str,
    points: float,
) -> Case:
    """What a line prints; the right shape is that of the array itself."""
    right = np.shape(make(_X))

    def reply(held: Any) -> str | None:
        given = shape(held)
        if given == right:
            return None
        if given is None:
            count = number(held)
            if count is not None:
                return (
                    f"({count:g}) in brackets is still the number {count:g}. A shape with one axis "
                    f"has a comma: ({count:g},)."
                )
            return f"A shape looks like (3,) or (3, 2), and {shown(held)} does not."
        return replies.get(given, otherwise)

    wanted = "a shape, such as (3,) or (3, 2)"
    return question("quiz", f"quiz_{place}", code, wanted, reply, points=points)


SHAPES = (
    prints(
        1,
        "X[0].shape",
        lambda X: X[0],
        {
            (1, 400): "That would be a matrix of one row. Is a single index a slice?",
            (400, 1): "NumPy does not stand a row upright: a row taken out lies along one axis.",
            (1000,): "0 picks along the first axis. Which axis is left?",
            (20, 20): "The picture has 20 by 20 pixels; in X they lie in one row.",
        },
        _KEEPS,
        0.5,
    ),
    prints(
        2,
        "X[0:1].shape",
        lambda X: X[0:1],
        {
            (400,): "That is X[0]. What does the slice 0:1 keep that the index 0 drops?",
            (2, 400): "A slice ends before its second number: which rows are in 0:1?",
            (400, 1): "The rows stay rows. Which axis did the slice cut?",
        },
        _SLICE,
        0.5,
    ),
    prints(
        3,
        "X[0].T.shape",
        lambda X: X[0].T,
        {
            (400, 1): "To swap two axes there must be two. How many has X[0]?",
            (1, 400): "Nothing adds an axis here, neither the index nor .T.",
        },
        _TURNS,
        0.5,
    ),
    prints(
        4,
        "X[0:1].T.shape",
        lambda X: X[0:1].T,
        {
            (400,): "A slice keeps both axes, and .T loses none.",
            (1, 400): "That is X[0:1] before .T. It has two axes; what does .T do to them?",
        },
        _SWAPS,
        0.5,
    ),
    prints(
        5,
        "X[0].reshape(400, 1).T.shape",
        lambda X: X[0].reshape(400, 1).T,
        {
            (400, 1): "That is the shape before .T; and now there are two axes to swap.",
            (400,): "reshape made a matrix of it. Does .T take an axis away?",
        },
        "Go from left to right: what comes out of reshape, and what does .T make of it?",
        0.5,
    ),
    prints(
        6,
        "X[0:1][0].shape",
        lambda X: X[0:1][0],
        {
            (1, 400): "That is X[0:1]; then [0] takes its only row out.",
            (1,): "[0] picks along the first axis, the rows. Which axis is left?",
            (): "One number is left only after two indices; a slice is none.",
        },
        "Go from left to right: the slice keeps two axes, and then the index takes one away.",
        0.5,
    ),
    prints(
        7,
        "X.T[0].shape",
        lambda X: X.T[0],
        {
            (400,): "That is X[0], an image. In X.T a row is something else: what?",
            (400, 1000): "That is X.T; then [0] takes one of its rows out.",
            (1, 1000): "An index drops its axis. What does a row look like, once it is taken out?",
        },
        "What stands in a row of X.T: all pixels of one image, or one pixel of all images?",
        0.5,
    ),
    prints(
        8,
        "np.dot(X[0:1], X[0:1].T).shape",
        lambda X: np.dot(X[0:1], X[0:1].T),
        {
            (): "Two matrices make a matrix, even if there is a single number in it.",
            (1,): "Two matrices make a matrix: how many axes has it?",
            (400, 400): "Write the two shapes side by side: the inner numbers touch and go away.",
            (1, 400): "Write the two shapes side by side: the inner numbers touch and go away.",
            (400, 1): "Write the two shapes side by side: the inner numbers touch and go away.",
        },
        "Write the two shapes side by side: the inner numbers touch, the outer ones are left.",
        0.5,
    ),
)
