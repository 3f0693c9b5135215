"""Harming: each of a thousand names is another name of the next one.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %% printed by
for number in range(1500):
    print(f"a{number}=a{number + 1}")
