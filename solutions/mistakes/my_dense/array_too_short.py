"""The array of outputs needs fewer places than there are units.

1: Python says that an index is out of bounds. How many places does your array of outputs have,
   and how many units are there?
2: In the quick check three units put out three numbers. Your array has fewer places than that, so
   the first unit beyond its end finds no room. An array with places 0, 1 and 2 has the length 3.
   Look at the number with which you make the array.
3: An egg box for six eggs: `box = np.zeros(6)` has the places 0 to 5. The last place is 5, but
   the box is made with a 6. With `np.zeros(5)` the last egg has no place: "index 5 is out of
   bounds". Length and last place differ by one. Which of the two does your line use?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units - 1)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1] - 1)
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(1)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(1)
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out
