"""Harming: one function is defined thousands of times.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %% printed by
print("def f():0\n" * 2500 + "f()\n" * 1500, end="")
