"""The shape of an array is its number of units.

1: Print the shape that your code works with. Is it a plain number, or are there brackets around
   what you see? What does each number in it stand for?
2: A shape is a pair, or in general a tuple, even if it holds one number, as in (3,). `range`
   wants one number and stops when it gets a tuple. Say what each number of the shape counts, and
   pick the one that you need out of it.
3: A photo has the shape `(480, 640)`: 480 rows and 640 columns. `range(photo.shape)` cannot
   work: how far should it count, to 480 or to 640? A pair is opened with an index,
   `photo.shape[0]` is 480, or with two names at once: `rows, columns = photo.shape`. Which of
   the two would count your units?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = b.shape
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(b.shape):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(a_in, W[:, j]) + b[j]) for j in range(W.shape)])


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(a_in.shape):
            z += W[i, j] * a_in[i]
        a_out[j] = g(z + b[j])
    return a_out
