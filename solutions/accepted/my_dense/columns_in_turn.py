"""Going through the columns themselves."""

# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j, w in enumerate(W.T):
        z = np.sum(w * a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(len(b))
    for j, (w, bias) in enumerate(zip(W.T, b)):
        a_out[j] = g(np.dot(w, a_in) + bias)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for w, bias in zip(W.T, b):
        a_out.append(g(w @ a_in + bias))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    W = W.T
    a_out = np.zeros(W.shape[0])
    for j in range(W.shape[0]):
        a_out[j] = g(np.dot(W[j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(len(W[0]))
    for j in range(len(W[0])):
        w = [row[j] for row in W]
        a_out[j] = g(np.dot(w, a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:][:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W.ravel()[j::units]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W.take(j, axis=1)
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[..., j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(a_in, W)[j] + b[j]
        a_out[j] = g(z)
    return a_out
