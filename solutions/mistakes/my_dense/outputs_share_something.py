"""The outputs of a layer are shares of a whole.

1: Give your layer one unit alone and change its bias. Does its output move as it should, or is it
   the same each time? What do the outputs have to do with each other?
2: You divide by something that is made of all units, so a unit's output depends on its neighbours.
   Each unit works out its own number from the inputs and nothing else. Which step of yours mixes the
   units?
3: Three pupils have 6, 8 and 10 points. Divided by their sum they read 0.25, 0.33 and 0.42. When a
   fourth pupil joins with 24 points, the 6 of the first one reads 0.125, although nothing of hers
   has changed. Shares are useful for a pie chart; as marks they are not hers alone. What is
   divided by what in your code?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out / np.max(a_out)


# %%
def my_dense(a_in, W, b, g):
    a_out = g(np.dot(a_in, W) + b)
    return a_out / np.linalg.norm(a_out)


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    return g(z / np.sum(z))


# %%
def my_dense(a_in, W, b, g):
    a_out = g(np.dot(a_in, W) + b)
    return a_out / np.max(np.abs(a_out))


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    return g(z / np.linalg.norm(z))
