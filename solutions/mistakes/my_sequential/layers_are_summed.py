"""The answer of a network is taken to be the sum or the mean of its layers.

1: How do your layers work together: does each one work on the result of the one before, or are
their results put together at the end?
2: You put together what all layers put out: in the digit network 25, 15 and 1 numbers, which mean
different things. A sum of them can be above 1, and a mean of them is the chance of nothing. Which
of the three outputs is the prediction?
3: A path of three legs: 5 km, then 3 km, then 4 km. Its length is the sum, 12 km. But ask where you
are at the end: that is not the sum of the three stops. `home`, `village`, `hut` are places; the
answer is `hut`, the last one. Layers are stops on a way, not parts of a sum.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a1 + a2 + a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return (a1 + a2 + a3) / 3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a = x
    total = 0
    for W, b in [(W1, b1), (W2, b2), (W3, b3)]:
        a = my_dense(a, W, b, sigmoid)
        total = total + a
    return total


# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a1.sum() + a2.sum() + a3


# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a1.mean() + a2.mean() + a3
