"""Prints, assertions, type hints, a docstring, comments."""

# %%
def my_dense(a_in, W, b, g):
    """A layer."""
    print("shapes", a_in.shape, W.shape, b.shape)
    units = W.shape[1]  # the number of units
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        print("unit", j, w)
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    print(a_out)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    assert W.shape == (a_in.shape[0], b.shape[0]), "the shapes do not fit"
    assert callable(g)
    a_out = g(np.matmul(a_in, W) + b)
    assert a_out.shape == (W.shape[1],)
    return a_out


# %%
def my_dense(a_in: np.ndarray, W: np.ndarray, b: np.ndarray, g) -> np.ndarray:
    units: int = W.shape[1]
    a_out: np.ndarray = np.zeros(units)
    for j in range(units):
        z: float = np.dot(W[:, j], a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g, verbose=False):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        if verbose:
            print(f"{j}: z = {z:.4f}")
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    if a_in.shape[0] != W.shape[0]:
        raise ValueError("the input does not fit to the weights")
    try:
        a_out = g(a_in @ W + b)
    except ValueError:
        print("that did not work")
        raise
    return a_out
