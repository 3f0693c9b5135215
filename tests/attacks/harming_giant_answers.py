"""Harming: answers too large, too deep, too many or endless to send.

points: 30
extra: 0
says: too large
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import collections
import itertools


def deep(depth):
    made = []
    for _ in range(depth):
        made = [made]
    return made


def wide(levels):
    """A list of ten lists, each of which is the same list of ten lists: ten to that many items."""
    made = [1.0]
    for _ in range(levels):
        made = [made] * 10
    return made


def circle():
    made = [1]
    made += [made, (made, {1: made})] * 3
    return made


ANSWERS = (
    lambda: np.zeros(64 << 20, dtype=np.int8), lambda: np.broadcast_to(1.0, (1 << 40,)), lambda: [0.5] * 10**7,
    lambda: deep(10**5), lambda: deep(9), lambda: wide(8), lambda: wide(6), circle, lambda: "x" * 10**9, lambda: b"x" * 10**8,
    lambda: 10**10**6, lambda: -(2**63) - 1, lambda: [2**64] * 99, lambda: itertools.count(), lambda: range(10**18),
    lambda: {one: one for one in range(10**5)}, lambda: collections.deque(range(10**6)), lambda: (np.zeros(10**6),) * 10**4,
    lambda: [np.zeros(500_000)] * 9, lambda: ["x" * 2000] * 9_999, lambda: np.zeros((1,) * 60),
    lambda: np.zeros(0).reshape((0, *(1 << 10,) * 5)), lambda: np.array([1, [2]], dtype=object), lambda: type("x" * 10**7, (), {})(),
    lambda: type("\x00\ud800<b>"[2:] * 99, (), {})(), lambda: np.zeros(3, dtype="V1000000"), lambda: np.zeros(3, dtype="U1000000"),
    lambda: np.ma.masked_all(10**6), lambda: memoryview(bytes(10**7)), lambda: np.lib.stride_tricks.as_strided(np.zeros(1), (10**5, 10**4), (0, 0)),
)
TURN = itertools.count()


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    return ANSWERS[next(TURN) % len(ANSWERS)]()


def my_dense_v(A_in, W, b, g):
    return ANSWERS[(next(TURN) + 9) % len(ANSWERS)]()
