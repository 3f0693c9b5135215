"""A network with one output is taken to give a bare number instead of an array.

1: Look at your last line. What is the shape of what you return, and which shape does the docstring
name?
2: You give back a single number. The table says an array of shape `(1,)`, and with three output
units there would be three numbers, of which you keep one or none. Print `np.shape` of your result.
Which step takes the number out of its array?
3: A box with one egg is still a box: `eggs = np.array([7.0])` has the shape `(1,)`, `eggs[0]` has
the shape `()`. Code that says `eggs.shape[0]` or goes through `for egg in eggs` works with the box,
whether it holds one egg or ten. It stops with the bare egg. So hand on the box as it is.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3[0]

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3.item()

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return np.max(a3)
