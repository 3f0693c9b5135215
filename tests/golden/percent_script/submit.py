# ---
# jupyter:
#   kernelspec:
#     name: python3
# ---

# %% [markdown]
# # By hand
# def my_dense(a): this is prose, and no code

# %%
import numpy as np
from autils import *
from public_tests import *
# %matplotlib inline

# %%

# UNQ_C2
# GRADED FUNCTION: my_dense

def my_dense(a_in, W, b, g):
    """
    What one layer gives for one example
    a_in (n,), W (n, j), b (j,), g a function; gives (j,)
    """
    units = W.shape[1]
    a_out = np.zeros(units)
    ### START CODE HERE ###
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    ### END CODE HERE ###
    return(a_out)

# %%

def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x,  W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return(a3)

# %%

# UNQ_C3
# GRADED FUNCTION: my_dense_v

def my_dense_v(A_in, W, b, g):
    """
    What one layer gives for a batch
    A_in (m, n), W (n, j), b (1, j); gives (m, j)
    """
    ### START CODE HERE ###
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    ### END CODE HERE ###
    return(A_out)

# %% [raw]
# my_dense = None

# %%
print('done')
