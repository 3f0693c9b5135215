"""Harming: as many names as fit are given one more object than there are names.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %% printed by
def many(letter, count):
    return [f"{letter}{number}" for number in range(count)]


print(f"{', '.join(many('a', 1200))} = [{', '.join(many('x', 1201))}]")
print(" = ".join(many("b", 900)), "=", ", ".join(many("y", 900)))
