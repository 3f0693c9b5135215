"""Harming: each of hundreds of functions changes a global of its own and calls the next one.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %% printed by
for number in range(350):
    print(f"def f{number}(a):\n    global g{number}\n    g{number} = a\n    f{number + 1}(a)")
