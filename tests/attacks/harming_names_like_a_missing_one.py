"""Harming: a thousand names with the letters of a missing one, with each of which it is compared.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %% printed by
import itertools

print("my_sequential = 1")
orders = itertools.permutations("sequential")
for letters in itertools.islice(orders, 0, None, 2400):
    print(f"my_{''.join(letters)} = 1")
for number in range(300):
    print(f"quiz__{number} = 1")
