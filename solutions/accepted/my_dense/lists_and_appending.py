"""Outputs collected in a list, or appended to an array that begins empty."""

# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out.append(g(z))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(a_in, W[:, j]) + b[j]) for j in range(W.shape[1])])


# %%
def my_dense(a_in, W, b, g):
    return [g(np.dot(W[:, j], a_in) + b[j]) for j in range(len(b))]


# %%
def my_dense(a_in, W, b, g):
    return tuple(g(np.dot(W[:, j], a_in) + b[j]) for j in range(len(b)))


# %%
def my_dense(a_in, W, b, g):
    a_out = np.array([])
    for j in range(W.shape[1]):
        a_out = np.append(a_out, g(np.dot(W[:, j], a_in) + b[j]))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    return np.fromiter((g(np.dot(W[:, j], a_in) + b[j]) for j in range(units)), float, units)


# %%
def my_dense(a_in, W, b, g):
    parts = [g(W[:, j:j + 1].T @ a_in + b[j:j + 1]) for j in range(W.shape[1])]
    return np.concatenate(parts)


# %%
def my_dense(a_in, W, b, g):
    a_out = [None] * W.shape[1]
    for j in range(W.shape[1]):
        a_out[j] = float(g(np.dot(W[:, j], a_in) + b[j]))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out += [g(z)]
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out = a_out + [g(z)]
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    a_out = {}
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return np.array(list(a_out.values()))


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in reversed(range(W.shape[1])):
        a_out.insert(0, g(np.dot(W[:, j], a_in) + b[j]))
    return np.array(a_out)
