"""Harming: a function of conditions, each of which may bind a name.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %% printed by
print("def f():")
for number in range(400):
    print(f"    if a{number}:\n        b{number} = [a for a in b{number + 1}]")
