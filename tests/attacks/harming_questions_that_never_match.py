"""Harming: asks for help on words for which a pattern of IPython's tries every beginning and end.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %% printed by
print("!a")
for number in range(15):
    print("a" * 1500 + f" b{number}?")
