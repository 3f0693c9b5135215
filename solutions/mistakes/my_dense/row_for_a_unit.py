"""A unit's weights are a row of W.

Also: reshape_for_transpose + units_from_rows

1: Look at how your code reads from W. One unit needs one weight for each number that comes in.
   Print `W.shape`: along which direction of the table do you find that many numbers? Compare it
   with the direction in which your code goes.
2: Take the W of the quick check: `[[0.5, -1, 2], [0.25, 0.5, -0.75]]`. The first two weights
   that your code reads for unit 0 are 0.5 and -1. These two belong to two different units. Draw
   W as a table on paper, put a ring around the weights of unit 0, and then compare with the
   index you use.
3: A table of bus fares has a row for each zone and a column for each kind of ticket: `fares =
   np.array([[2, 1], [5, 3], [9, 6]])`. Then `fares[0]` is `[2, 1]`: one zone, both tickets. All
   fares for the first kind stand below each other, 2, 5, 9. That is a column, `fares[:, 0]`:
   all rows, first position. Is a unit in W like a zone or like a kind of ticket? Change your
   index to fit.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(a_in, W[j]) + b[j]) for j in range(W.shape[1])])


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[j]
        z = np.sum(w * a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[j]
        z = np.sum(a_in * w) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(W[j] @ a_in + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.matmul(a_in, W[j]) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(len(a_in)):
            z += W[j, i] * a_in[i]
        a_out[j] = g(z + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(W.shape[0]):
            z += W[j][i] * a_in[i]
        a_out[j] = g(z + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.sum(w * a_in) + bias) for w, bias in zip(W, b)])
