"""A layer's output is a matrix with one row or one column.

1: Print the `.shape` of what you return, or of the array that you fill, and compare it with the
   docstring. How many brackets open at its start?
2: Your answer is made as a table with one row or one column: in the quick check of the shape
   `(1, 3)` or `(3, 1)`. It should be a plain vector with the shape `(3,)`, one bracket at the
   start and one at the end. Look for double brackets, or for a step that changes the shape.
3: Ages of three children: `[8, 5, 3]` is a plain list. `[[8, 5, 3]]` is a list with one thing
   in it, which is again a list: shape `(1, 3)`. `[[8], [5], [3]]` has three things in it, each
   a list of its own: shape `(3, 1)`. `ages[1]` is 5 in the first only. How many brackets does
   it take to reach one number of yours?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros((1, units))
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[0, j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros((units, 1))
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    a_out = g(z)
    return np.array([a_out])


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in.reshape(1, -1), W) + b
    a_out = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros((1, units))
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return np.matrix(a_out)
