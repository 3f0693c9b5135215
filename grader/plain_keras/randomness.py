"""The seeds of random numbers, which a submission may set."""

from __future__ import annotations

import random

import numpy as np

from grader.plain_keras.listed import listed
from grader.training.plain_requirements import require

_MOST = 2**32


class Seeds:
    """The seeds that neither Python nor NumPy keeps.

    Attributes:
        of_tensorflow: TensorFlow's global seed.
    """

    of_tensorflow = 0


seeds = Seeds()


@listed
def set_seed(seed: object) -> None:
    """See ``tf.random.set_seed``."""
    require(type(seed) is int and 0 <= seed < _MOST, "a seed of another kind")
    seeds.of_tensorflow = int(seed)  # type: ignore[call-overload]


@listed
def set_random_seed(seed: object) -> None:
    """See ``keras.utils.set_random_seed``."""
    set_seed(seed)
    random.seed(seed)  # type: ignore[arg-type]
    np.random.seed(seed)  # type: ignore[arg-type]  # noqa: NPY002 - what submissions draw from
