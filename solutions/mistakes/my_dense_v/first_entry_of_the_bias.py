"""The bias is taken to be a matrix with one row, so its first entry is taken as that row.

1: What is the first entry of `b` if `b` has the shape `(1, j)`, and what is it if the shape is
`(j,)`?
2: With a bias of shape `(1, j)` your result is right: the first entry is the whole row. With shape
`(j,)` the first entry is one number, and all units get it. The docstring allows both shapes. Try
your function with both. What happens if you leave the index out?
3: Two lists of fees for three shops: `[[5, 6, 7]]` and `[5, 6, 7]`. Index 0 gives `[5, 6, 7]` for
the first and 5 for the second. Adding to a row of three prices, NumPy takes either list as it is:
both `np.array([1, 1, 1]) + np.array([5, 6, 7])` and the one with double brackets give 6, 7, 8. An
index that fits one of them spoils the other.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b[0]
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    m = A_in.shape[0]
    A_out = np.zeros((m, W.shape[1]))
    for i in range(m):
        A_out[i] = g(np.matmul(A_in[i], W) + b[0])
    return A_out
