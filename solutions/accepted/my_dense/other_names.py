"""The parameters and variables have other names."""

# %%
def my_dense(x, weights, biases, activation):
    number = weights.shape[1]
    result = np.zeros(number)
    for k in range(number):
        result[k] = activation(np.dot(weights[:, k], x) + biases[k])
    return result


# %%
def my_dense(A, w, B, f):
    return f(np.dot(A, w) + B)


# %%
def my_dense(a_in, W, b, g):
    d = W.shape[1]
    A = np.zeros(d)
    for n in range(d):
        W_n = W[:, n]
        b_n = b[n]
        z_n = np.dot(a_in, W_n) + b_n
        a_n = g(z_n)
        A[n] = a_n
    return A


# %%
def my_dense(*arguments):
    a_in, W, b, g = arguments
    return g(np.dot(a_in, W) + b)
