"""Arguments are copied or converted first; what is changed is a copy."""

# %%
def my_dense(a_in, W, b, g):
    a_in, W, b = np.asarray(a_in), np.array(W, dtype=float), np.array(b, dtype=float)
    W *= a_in.reshape(-1, 1)
    b += W.sum(axis=0)
    return g(b)


# %%
def my_dense(a_in, W, b, g):
    W = W.copy()
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        w = W[:, j]
        w *= a_in
        a_out[j] = g(w.sum() + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_in = a_in.flatten()
    b = np.squeeze(b) if b.ndim > 1 else b.ravel()
    return np.array([g(float(np.dot(a_in, W[:, j]) + b[j])) for j in range(W.shape[1])])


# %%
def my_dense(a_in, W, b, g):
    x, rows, biases = a_in.tolist(), W.tolist(), b.tolist()
    a_out = []
    for j in range(len(biases)):
        z = biases[j]
        for i in range(len(x)):
            z += rows[i][j] * x[i]
        a_out.append(g(z))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return g(np.column_stack([W[i] * a_in[i] for i in range(len(a_in))]).sum(axis=1) + b)
