"""Harming: thousands of names that are not run, and errors in which each of them is looked for.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %% printed by
for number in range(2500):
    print(f"n{number} = 1")
print()
# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    raise NameError("name '" + "'n'" * 600)


def my_dense_v(A_in, W, b, g):
    raise NameError(f"name '{'o' * 1900}' is not defined")
