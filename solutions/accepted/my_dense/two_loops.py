"""A second loop over the inputs."""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(len(a_in)):
            z += W[i, j] * a_in[i]
        a_out[j] = g(z + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = b[j]
        for i in range(len(a_in)):
            z += W[i, j] * a_in[i]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0.0
        for i in range(len(a_in)):
            z += W[i][j] * a_in[i]
        a_out[j] = g(z + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    n, units = W.shape
    a_out = np.zeros(units)
    for j in range(units):
        for i in range(n):
            a_out[j] += W[i, j] * a_in[i]
        a_out[j] = g(a_out[j] + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.array(b, dtype=float)
    for i in range(len(a_in)):
        z += W[i] * a_in[i]
    return g(z)


# %%
def my_dense(a_in, W, b, g):
    z = np.zeros(W.shape[1])
    for i, x in enumerate(a_in):
        for j, w in enumerate(W[i]):
            z[j] = z[j] + w * x
    return np.array([g(z[j] + b[j]) for j in range(len(z))])


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = b[j]
        for i in range(len(a_in)):
            z = z + W[i, j] * a_in[i]
            a_out[j] = g(z)
    return a_out
