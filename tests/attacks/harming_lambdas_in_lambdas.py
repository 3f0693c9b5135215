"""Harming: functions inside functions, as deep as Python reads them, again and again.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %% printed by
for number in range(20):
    print(f"x{number} = " + "lambda a: " * 80 + "1")
for number in range(20):
    print(f"y{number}" + ".b" * 200)
