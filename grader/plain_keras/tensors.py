"""Tensors: the numbers that Keras returns, which can be read into NumPy."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.plain_keras.listed import Listed, leaving
from grader.training.network import Floats
from grader.training.plain_requirements import require

_NUMBERS = "fiub"


class EagerTensor(Listed):
    """A tensor whose numbers can be read; any other use leaves."""

    def __init__(self, numbers: Floats) -> None:
        """Numbers in float32, of any shape."""
        self._numbers = numbers

    def numpy(self) -> Floats:
        """A copy as an array of NumPy."""
        return self._numbers.copy()

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> np.ndarray[Any, Any]:  # noqa: FBT001 - NumPy's signature
        """The numbers for ``np.array``."""
        numbers = self._numbers if dtype is None else self._numbers.astype(dtype)
        return numbers if copy is False else numbers.copy()

    # Keras compares number by number, has no hash, and takes a single number's truth.
    __eq__ = leaving("compared")
    __hash__ = leaving("hashed")
    __bool__ = leaving("taken as true or false")


def rows(thing: object) -> Floats:
    """Examples as rows of float32, shape (examples, numbers).

    Raises:
        NotPlainError: the thing is of another kind.
    """
    numbers = thing.numpy() if type(thing) is EagerTensor else thing
    require(type(numbers) is np.ndarray, "data that are no array")
    array: Any = numbers
    require(array.ndim == 2 and len(array) and array.dtype.kind in _NUMBERS, "data of another kind")  # noqa: PLR2004
    return np.array(array, np.float32, order="C")


# A submission's answer that is a tensor crosses as TensorFlow's does (``grader.protocol.values``).
type.__setattr__(EagerTensor, "__module__", "tensorflow.python.framework.ops")
