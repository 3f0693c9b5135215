"""Numbers in the values that a submission sent: the one way from these values to NumPy.

Texts and other values that are no numbers never meet NumPy, which would make every text of a list
as long as the longest. Shapes are bounded: a long axis of an array without elements costs nothing
to send, but much time to walk along.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import numpy as np

from grader.protocol.bounds import MAX_EMPTY, MAX_NUMBERS


def fits(shape: Iterable[int]) -> bool:
    """Whether an array of this shape is within the bounds of one answer.

    Args:
        shape: the lengths of the axes. An axis of length 0 counts as 1: the others must be
            small even where there are no elements along them.
    """
    lengths = tuple(shape)
    most = MAX_NUMBERS if all(lengths) else MAX_EMPTY
    return math.prod(length or 1 for length in lengths) <= most


def numbers_in(held: object) -> np.ndarray[Any, Any] | None:
    """The real numbers of a decoded value as an array; None if it is no array of such.

    Args:
        held: a number, an array, or lists and tuples of these; anything else gives None, and so
            do rows of different lengths and more than ``MAX_NUMBERS`` numbers.
    """
    if not _are_numbers(held):
        return None
    try:
        array = np.asarray(held)
    except (ValueError, OverflowError):  # rows of different lengths
        return None
    return array if array.dtype.kind in "biuf" and fits(array.shape) else None


def _are_numbers(held: object) -> bool:
    """Whether there are numbers alone in a value, and not too many of them."""
    count = 0
    waiting = [held]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list | tuple):
            waiting += part
        elif isinstance(part, np.ndarray | np.generic) and part.dtype.kind in "biuf":
            count += part.size
        elif isinstance(part, int | float):
            count += 1
        else:
            return False
    return count <= MAX_NUMBERS
