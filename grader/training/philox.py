"""TensorFlow's random numbers: the generator Philox 4x32-10.

From Salmon et al., Parallel random numbers: as easy as 1, 2, 3, 2011;
``tensorflow/core/lib/random/philox_random.h``.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

_ROUNDS = 10
_FACTORS = (np.uint64(0xD2511F53), np.uint64(0xCD9E8D57))
_WEYL = (0x9E3779B9, 0xBB67AE85)  # by these the two parts of the key grow in each round
_LOW, _HALF = np.uint64(0xFFFFFFFF), np.uint64(32)
Words = NDArray[np.uint64]


def philox(key: tuple[int, int], stream: tuple[int, int], count: int, begin: int = 0) -> Words:
    """The first numbers of a stream, each from 0 to 2^32 - 1.

    Args:
        key: two words.
        stream: the upper two words of the counter.
        count: the number of numbers.
        begin: the lower two words of the counter, as one number.
    """
    blocks = np.arange(-(-count // 4), dtype=np.uint64) + np.uint64(begin)
    nothing = np.zeros_like(blocks)
    third, fourth = (nothing + np.uint64(word) for word in stream)
    a, b, c, d = blocks & _LOW, blocks >> _HALF, third, fourth
    keys = list(key)
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
