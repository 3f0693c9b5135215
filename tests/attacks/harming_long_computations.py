"""Harming: single calls that take hours: powers, products, sorting, solving, hashing, counting.

points: 30
extra: 0
says: Your `my_sequential` did not finish within 2 s
says: Your `my_dense_v` did not finish within 2 s
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import hashlib
import itertools
import json
import sys


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    sys.set_int_max_str_digits(0)
    if len(x) == 4:
        made = np.random.default_rng(1).random((3500, 3500))
        return np.linalg.svd(made @ made @ made)
    return str(7 ** 20_000_000)


class Slow:
    """Each comparison takes its time, and sorting makes many."""

    def __lt__(self, other):
        return sum(range(10**7)) > 0


def my_dense_v(A_in, W, b, g):
    if len(A_in) == 3:
        return sum(1 for _ in itertools.permutations(range(14)))
    if len(A_in) == 2:
        return hashlib.pbkdf2_hmac("sha512", b"a", b"b", 10**9)
    return sorted([Slow() for _ in range(10**4)]) or json
