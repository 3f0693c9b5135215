"""Harming: stands still once, so that each later process imports TensorFlow by itself, and then dies cell by cell.

points: at most 30
says: the time for the whole notebook, 40 s, is used up
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import tensorflow as tf
import time
exec("time.sleep(1000)")
# %%
exec("import os; os._exit(1)")
# %%
exec("import os; os._exit(2)")
# %%
exec("import os; os._exit(3)")
# %%
exec("import os; os._exit(4)")
# %%
exec("import os; os._exit(5)")
# %%
exec("import os; os._exit(6)")
# %%
exec("import os; os._exit(7)")
# %%
exec("import os; os._exit(8)")
# %%
exec("import os; os._exit(9)")
# %%
exec("import os; os._exit(10)")
# %%
exec("import os; os._exit(11)")
# %%
exec("import os; os._exit(12)")
