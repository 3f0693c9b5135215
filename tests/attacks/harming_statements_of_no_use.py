"""Harming: thousands of statements that do nothing, below each other and on one line.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %% printed by
print("0\n" * 6000 + "0;" * 6000 + "0")
