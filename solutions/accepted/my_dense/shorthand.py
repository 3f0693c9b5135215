"""Several steps in one line, or imports inside the function."""

# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(len(a_out)): a_out[j] = g((z := W[:, j] @ a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    import numpy as numpy
    from numpy import dot, zeros

    a_out = zeros(W.shape[1])
    for j in range(numpy.shape(W)[1]):
        a_out[j] = g(dot(a_in, W[:, j]) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = a_in @ W
    z += b
    return g(z) if callable(g) else z


# %%
def my_dense(a_in, W, b, g):
    units, a_out = W.shape[1], []
    for j in range(units):
        if g is None:
            continue
        a_out.append(g(b[j] + np.dot(a_in, W[:, j])))
    return np.stack(a_out)
