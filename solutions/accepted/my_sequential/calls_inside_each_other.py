"""The calls are nested instead of written in three lines."""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    return my_dense(my_dense(my_dense(x, W1, b1, sigmoid), W2, b2, sigmoid), W3, b3, sigmoid)

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    hidden = my_dense(my_dense(x, W1, b1, sigmoid), W2, b2, sigmoid)
    return my_dense(hidden, W3, b3, sigmoid)
