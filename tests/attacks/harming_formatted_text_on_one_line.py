"""Harming: text with thousands of places to fill in on one line, for which Python takes the square of its time.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %% printed by
print("x = f'" + "".join(f"{{a{number}}}" for number in range(5000)) + "'")
