"""The sigmoid is written anew, or goes by another name."""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, lambda z: 1 / (1 + np.exp(-z)))
    a2 = my_dense(a1, W2, b2, lambda z: 1 / (1 + np.exp(-z)))
    a3 = my_dense(a2, W3, b3, lambda z: 1 / (1 + np.exp(-z)))
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    def squash(z):
        return 1.0 / (1.0 + math.exp(-z))

    a1 = my_dense(x, W1, b1, squash)
    a2 = my_dense(a1, W2, b2, squash)
    return my_dense(a2, W3, b3, squash)

# %%
g = sigmoid


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, g)
    a2 = my_dense(a1, W2, b2, g)
    a3 = my_dense(a2, W3, b3, g)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    halves = lambda z: 0.5 * (1 + np.tanh(z / 2))
    return my_dense(my_dense(my_dense(x, W1, b1, halves), W2, b2, halves), W3, b3, halves)
