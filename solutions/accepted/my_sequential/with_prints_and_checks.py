"""Prints, checks, helpers and variables that nothing needs stand beside the answer."""

# %%
def check_layer(name, a):
    print(name, "has", len(a), "units")
    assert np.all((a >= 0) & (a <= 1)), name


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    """Three layers."""
    a1 = my_dense(x, W1, b1, sigmoid)
    check_layer("layer 1", a1)
    a2 = my_dense(a1, W2, b2, sigmoid)
    check_layer("layer 2", a2)
    a3 = my_dense(a2, W3, b3, sigmoid)
    check_layer("layer 3", a3)
    yhat = (a3 >= 0.5).astype(int)
    print("decision:", yhat)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    assert x.ndim == 1 and W1.shape[0] == len(x)
    z1 = np.dot(x, W1) + b1
    print("z1", z1)
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return np.copy(a3)
