"""The function is taken to work on one example, so it picks one row out of the batch.

1: How many rows went in, and how many come out of your function?
2: One example comes back, and the others are left out. With 3 examples and 4 units you give back 4
numbers where 3 rows of 4 are wanted. The product of two matrices takes all rows at once. Look for
what leaves the others out: an index that picks a row, before the product or after it, or a `return`
that comes too early.
3: A post office stamps letters: `stamp(letters[0])` stamps the first and leaves the others on the
table. NumPy's functions can take the whole pile: `np.sqrt(table[0])` gives the roots of one row,
`np.sqrt(table)` those of all rows, in the shape of the table. To work on all, hand over all.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in[0], W) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out[0]

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in[0, :], W) + np.ravel(b)
    A_out = g(Z)
    return A_out
