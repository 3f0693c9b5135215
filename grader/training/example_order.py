"""The order in which Keras takes the examples of an epoch, worked out from TensorFlow's seed.

Keras has TensorFlow shuffle the numbers of the examples in a pipeline that begins anew with each
epoch, and a new pipeline begins from the seed: so the order is the same in each epoch. The shuffle
is the one of Fisher and Yates from the front (``tensorflow/core/kernels/random_shuffle_op.cc``).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from grader.training.philox import philox

_LARGEST_SEED = 2**31 - 1  # tensorflow/python/framework/random_seed.py


def example_order(seed: int, examples: int) -> NDArray[np.int64]:
    """The numbers of the examples, from 0, as one epoch takes them.

    Args:
        seed: the global seed of TensorFlow.
        examples: the number of examples.
    """
    first = seed % _LARGEST_SEED
    # Two zeros would mean "any seed", so TensorFlow takes another second seed.
    drawn = philox((first, 0), (0 if first else _LARGEST_SEED, 0), examples).tolist()
    numbers = list(range(examples))
    for place in range(examples - 1):
        other = place + drawn[place] % (examples - place)
        numbers[place], numbers[other] = numbers[other], numbers[place]
    return np.array(numbers)
