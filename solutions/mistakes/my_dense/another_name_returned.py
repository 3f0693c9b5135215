"""Whatever stands after `return` is the answer of the layer.

1: Look at your last line. Which name stands after `return`? Is it the one that holds
   your outputs?
2: Your outputs are worked out under one name, and another name is handed back: an input, a
   weight, a bias or a number. So the caller never sees the outputs. Compare the name after
   `return` with the name that holds the outputs.
3: `def total(prices):` works out `bill = sum(prices)` and ends with `return prices`. Then
   `total([3, 4])` is `[3, 4]`: the function has added up, and handed back what it was given.
   With `return bill` it is 7. Which name in your function is the bill?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_in


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return w


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return W


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return b


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return units
