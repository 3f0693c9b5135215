"""All rows of the batch are taken to be one long example.

1: Print the shape of what goes into the product. How many rows are left of the batch?
2: You lay all rows end to end, so 3 examples of 2 inputs become one row of 6 numbers, and 6 does
not meet the 2 rows of the weights. For a batch of one the sizes meet. The input is a table already: what
happens if you use it as it comes?
3: Three shopping lists of two things each are a table `(3, 2)`. Glued together they are one list of
six things, and prices for two things no longer fit. A table of lists needs no glue: a matrix
product goes through its rows one by one.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in.reshape(1, -1), W) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in.flatten(), W) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    a_in = A_in.ravel()
    Z = np.dot(a_in, W) + b
    return g(Z)
