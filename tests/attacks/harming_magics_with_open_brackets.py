"""Harming: magics with brackets and quotation marks that are never closed.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %% printed by
for number in range(300):
    print(f"!echo ({number}")
for number in range(300):
    print(f"b{number} = !echo '''")
