"""One name is used for the output of every layer, or the input's own name."""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a = my_dense(x, W1, b1, sigmoid)
    a = my_dense(a, W2, b2, sigmoid)
    a = my_dense(a, W3, b3, sigmoid)
    return a

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    x = my_dense(x, W1, b1, sigmoid)
    x = my_dense(x, W2, b2, sigmoid)
    x = my_dense(x, W3, b3, sigmoid)
    return x
