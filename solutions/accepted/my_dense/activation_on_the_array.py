"""The activation is called once, with all sums."""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = z
    return g(a_out)


# %%
def my_dense(a_in, W, b, g):
    z = np.array([np.dot(W[:, j], a_in) for j in range(W.shape[1])])
    z = z + b
    a_out = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = b.astype(float)
    for j in range(len(z)):
        z[j] += np.dot(W[:, j], a_in)
    return np.asarray(g(z))


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(np.array([z]))[0]
    return a_out
