"""Harming: magics that a look at the beginning of lines does not find, as a form feed is a blank, too.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %% printed by
for number in range(900):
    print(f"\fa{number}=!b")
