"""The layers are computed without `my_dense`."""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = sigmoid(np.dot(x, W1) + b1)
    a2 = sigmoid(np.dot(a1, W2) + b2)
    a3 = sigmoid(np.dot(a2, W3) + b3)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = sigmoid(W1.T @ x + b1)
    a2 = sigmoid(W2.T @ a1 + b2)
    return sigmoid(W3.T @ a2 + b3)

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    def layer(a, W, b):
        out = np.zeros(W.shape[1])
        for j in range(W.shape[1]):
            total = b[j]
            for i in range(W.shape[0]):
                total = total + a[i] * W[i, j]
            out[j] = sigmoid(total)
        return out

    return layer(layer(layer(x, W1, b1), W2, b2), W3, b3)

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a = np.asarray(x)
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        a = sigmoid(np.einsum("i,ij->j", a, W) + b)
    return a
