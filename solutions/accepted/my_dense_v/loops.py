"""Loops run over the examples or the units: right, if slow."""

# %%
def my_dense_v(A_in, W, b, g):
    b = np.ravel(b)
    return np.stack([g(np.dot(A_in, W[:, j]) + b[j]) for j in range(W.shape[1])], axis=-1)

# %%
def my_dense_v(A_in, W, b, g):
    b = np.ravel(b)
    rows = np.atleast_2d(A_in)
    A_out = np.zeros((rows.shape[0], W.shape[1]))
    for i in range(rows.shape[0]):
        for j in range(W.shape[1]):
            A_out[i, j] = g(np.dot(rows[i], W[:, j]) + b[j])
    return A_out if A_in.ndim == 2 else A_out[0]

# %%
def my_dense_v(A_in, W, b, g):
    return np.apply_along_axis(lambda row: g(np.matmul(row, W) + np.ravel(b)), -1, A_in)

# %%
def my_dense_v(A_in, W, b, g):
    if A_in.ndim == 1:
        return my_dense_v(A_in.reshape(1, -1), W, b, g)[0]
    A_out = []
    for row in A_in:
        A_out.append(g(np.matmul(row, W) + np.ravel(b)))
    return np.array(A_out)
