"""The activation is applied to the inputs before they are weighed.

1: What goes into g in the formula above the cell, and what goes into it in your code? Put the steps
   of a unit in order.
2: In your code the inputs go through g before the sum. But the inputs come finished: they may
   be pixels, or outputs of the layer before, which has used its own activation on them. In this
   layer the activation is for the result of a unit. Look at what stands between the brackets of
   g.
3: A jury turns points into medals with `medal(points)`. An athlete has 3 and 4 points in two
   rounds with the weights 1 and 2, so 1 * 3 + 2 * 4 = 11, and `medal(11)` is the answer.
   Turning each round's points into a medal first, `medal(3)` and `medal(4)`, and then weighing
   the medals, makes no sense. Where in your code does the weighing end?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, g(a_in)) + b[j]
        a_out[j] = z
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, g(a_in)) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(g(a_in), W) + b
    a_out = z
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(g(a_in), W) + b
    a_out = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(len(a_in)):
            z += W[i, j] * g(a_in[i])
        a_out[j] = z + b[j]
    return a_out
