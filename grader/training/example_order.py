"""The order in which Keras takes the examples of an epoch, worked out from TensorFlow's seed.

Keras has TensorFlow shuffle the numbers of the examples in a pipeline that begins anew with each
epoch, and a new pipeline begins from the seed: so the order is the same in each epoch. The
generator is Philox 4x32-10 (Salmon et al., Parallel random numbers: as easy as 1, 2, 3, 2011;
``tensorflow/core/lib/random/philox_random.h``), the shuffle the one of Fisher and Yates from the
front (``tensorflow/core/kernels/random_shuffle_op.cc``).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

_LARGEST_SEED = 2**31 - 1  # tensorflow/python/framework/random_seed.py
_ROUNDS = 10
_FACTORS = (np.uint64(0xD2511F53), np.uint64(0xCD9E8D57))
_WEYL = (0x9E3779B9, 0xBB67AE85)  # by these the two parts of the key grow in each round
_LOW, _HALF = np.uint64(0xFFFFFFFF), np.uint64(32)
Words = NDArray[np.uint64]


def example_order(seed: int, examples: int) -> NDArray[np.int64]:
    """The numbers of the examples, from 0, as one epoch takes them.

    Args:
        seed: the global seed of TensorFlow.
        examples: the number of examples.
    """
    first = seed % _LARGEST_SEED
    # Two zeros would mean "any seed", so TensorFlow takes another second seed.
    drawn = _philox(first, 0 if first else _LARGEST_SEED, examples).tolist()
    numbers = list(range(examples))
    for place in range(examples - 1):
        other = place + drawn[place] % (examples - place)
        numbers[place], numbers[other] = numbers[other], numbers[place]
    return np.array(numbers)


def _philox(key: int, stream: int, count: int) -> Words:
    """The first numbers of a stream, each from 0 to 2^32 - 1."""
    blocks = np.arange(-(-count // 4), dtype=np.uint64)
    nothing = np.zeros_like(blocks)
    a, b, c, d = blocks & _LOW, blocks >> _HALF, nothing + np.uint64(stream), nothing
    keys = [key, 0]
    for _ in range(_ROUNDS):
        left, right = a * _FACTORS[0], c * _FACTORS[1]
        a, b, c, d = (
            (right >> _HALF) ^ b ^ np.uint64(keys[0]),
            right & _LOW,
            (left >> _HALF) ^ d ^ np.uint64(keys[1]),
            left & _LOW,
        )
        keys = [(part + step) & 0xFFFFFFFF for part, step in zip(keys, _WEYL, strict=True)]
    words: Any = np.stack([a, b, c, d], axis=1)
    return words.ravel()[:count]  # type: ignore[no-any-return]
