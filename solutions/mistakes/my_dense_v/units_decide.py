"""A unit is taken to put out a decision, 0 or 1.

1: Should a unit pass on a decision, or a number? What does your last step make of 0.51 and of 0.99?
2: Your layer gives back a yes or a no. With a linear activation a unit may well put out 3.8, and
with a sigmoid 0.7. Look at the docstring: does it speak of activations or of decisions? Which step
of yours is not in it?
3: Three friends guess the age of a tree: 48, 52 and 95 years. If each may say no more than "over
50" or "not over 50", the next one hears no, yes, yes, and cannot tell 52 from 95. If they pass on
the numbers, the mean is 65. What is rounded on the way is lost for all who come after.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = (g(Z) >= 0.5).astype(int)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return np.where(A_out >= 0.5, 1, 0)

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z) > 0.5
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    return np.round(g(np.matmul(A_in, W) + b))
