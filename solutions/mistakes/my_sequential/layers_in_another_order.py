"""The order of the layers is taken not to matter.

1: Write the sizes 400-25-15-1 above your calls. Which numbers must the first layer turn into which,
and does the layer that you call first do that?
2: Every layer is there, with its own weights and bias, but they do not come in the order 1, 2, 3.
Where the sizes differ, the shapes are not aligned; where all are equal, the numbers are wrong.
Write the shape of the weights next to each call. Does each one begin with the number that the one
before ends with?
3: First the socks, then the shoes: `feet = put_on(feet, socks)`, `feet = put_on(feet, shoes)`. Swap
the two lines, and the socks are over the shoes, though nothing is missing. Code runs from top to
bottom. In nested calls like `shoes(socks(feet))` the inner one runs first. Say in which order your
layers run.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W3, b3, sigmoid)
    a3 = my_dense(a2, W2, b2, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W3, b3, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W1, b1, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W2, b2, sigmoid)
    a2 = my_dense(a1, W1, b1, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3
