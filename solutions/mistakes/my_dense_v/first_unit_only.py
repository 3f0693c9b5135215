"""One column of the weights is taken to be the whole layer.

1: How many columns does `W` have, and how many of them do you use?
2: One unit comes back, and the others are left out: each example gives one number, where it should
give one for each unit. The product of two matrices takes all columns at once. Look for what leaves
the others out: an index that picks a column, before the product or after it, or a `return` that
comes too early.
3: Prices in three shops: shape `(5, 3)`, a column for each shop. `basket @ prices[:, 0]` is what
the basket costs in the first shop. `basket @ prices` is a row of three: the cost in each shop.
Picking a column first is work that the product does not need.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W[:, 0]) + np.ravel(b)[0]
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W[:, 0]) + b[0]
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out[:, 0]
