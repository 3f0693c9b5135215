"""The bias is laid flat, spread out or added in a step of its own."""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b.reshape(-1)
    return g(Z)

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W)
    Z = Z + np.broadcast_to(np.ravel(b), Z.shape)
    return g(Z)

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W)
    Z += b.flatten()
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    ones = np.ones(A_in.shape[:-1] + (1,))
    return g(np.concatenate([A_in, ones], axis=-1) @ np.vstack([W, np.ravel(b)]))
