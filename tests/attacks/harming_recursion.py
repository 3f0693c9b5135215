"""Harming: recursion without end in Python and in C: calls, repr, comparison, hashing, pickling, parsing.

points: 30
extra: 0
says: calls itself without end
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import ast
import copy
import functools
import itertools
import json
import pickle
import re
import sys

TURN = itertools.count()


def nested(depth, kind=list):
    made = kind()
    for _ in range(depth):
        made = kind([made])
    return made


class Again:
    """Each question about it asks it again."""

    def __repr__(self):
        return repr(self)

    def __eq__(self, other):
        return other == self

    def __hash__(self):
        return hash(self)

    def __len__(self):
        return len(self)

    def __iter__(self):
        return iter(self)

    def __getattr__(self, name):
        return getattr(self, name + "x"[: len(name) < 99])

    def __array__(self, *_, **__):
        return np.asarray(self)

    def __reduce__(self):
        return copy.copy, (self,)


def chained():
    one = iter(())
    for _ in range(10**5):
        one = itertools.chain(one)
    return list(one)


def partials():
    function = print
    for _ in range(10**5):
        function = functools.partial(lambda inner, *_: inner(), function)
    return function()


WAYS = (
    lambda: my_sequential(*(None,) * 7), lambda: repr(nested(10**5)), lambda: nested(10**5) == nested(10**5), lambda: hash(nested(10**5, tuple)),
    lambda: pickle.dumps(nested(10**5)), lambda: json.dumps(nested(10**5)), lambda: copy.deepcopy(nested(10**5)), lambda: repr(Again()),
    lambda: Again() == Again(), lambda: hash(Again()), lambda: len(Again()), lambda: list(Again()), lambda: np.asarray(Again()),
    lambda: np.array(nested(10**4)), lambda: pickle.dumps(Again()), lambda: ast.parse("(" * 10**5), lambda: eval("-" * 10**5 + "1"),
    lambda: compile("a" + ".b" * 10**5, "x", "eval"), lambda: re.compile("(" * 5000 + ")" * 5000), chained, partials, lambda: Again(),
    lambda: json.loads("[" * 10**5), lambda: isinstance(1, functools.reduce(lambda a, _: (a,), range(10**5), ())),
)


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    return WAYS[next(TURN) % len(WAYS)]()


def my_dense_v(A_in, W, b, g):
    if next(TURN) % 5 == 4:
        sys.setrecursionlimit(10**9)
    return WAYS[(next(TURN) * 7 + 3) % len(WAYS)]()
