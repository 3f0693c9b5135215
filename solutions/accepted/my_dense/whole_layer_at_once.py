"""Without a loop: all units of the layer at once."""

# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    a_out = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return g(a_in @ W + b)


# %%
def my_dense(a_in, W, b, g):
    return g(W.T @ a_in + b)


# %%
def my_dense(a_in, W, b, g):
    a_out = g(np.matmul(a_in, W) + b)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return g(np.matmul(np.transpose(W), a_in) + b)


# %%
def my_dense(a_in, W, b, g):
    return g(np.einsum("i,ij->j", a_in, W) + b)


# %%
def my_dense(a_in, W, b, g):
    return g(np.tensordot(a_in, W, axes=1) + b)


# %%
def my_dense(a_in, W, b, g):
    return g(np.inner(W.T, a_in) + b)


# %%
def my_dense(a_in, W, b, g):
    return g(np.sum(W * a_in.reshape(-1, 1), axis=0) + b)


# %%
def my_dense(a_in, W, b, g):
    z = np.add(a_in.dot(W), b)
    return g(z)


# %%
def my_dense(a_in, W, b, g):
    return g(np.ravel(np.matmul(a_in.reshape(1, -1), W)) + b)


# %%
def my_dense(a_in, W, b, g):
    return g((a_in[np.newaxis, :] @ W)[0] + b)


# %%
def my_dense(a_in, W, b, g):
    return g(np.hstack((a_in, 1)) @ np.vstack((W, b)))
