"""The last layer is taken to be a weighted sum without an activation.

1: Look at layer 3. For which layers did you name an activation, and which one goes without?
2: Your result can be below 0 or above 1, but it should be read as a chance. The hidden layers are
right; the last one stops at the weighted sum. Print a few results for `X[0]` and `X[500]`. Then
look up in the text of part 6 what the last layer does with its sum.
3: A lamp with a dimmer: `turn = 3 * knob - 2` may be -2 or 40, but light goes from 0 to 1. So the
lamp has a last step: `light = 1 / (1 + 2 ** -turn)`. A turn of 0 gives 0.5, a turn of 3 gives 0.89.
If that step is left out, the lamp is told to shine with a strength of 40.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, lambda z: z)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = np.dot(a2, W3) + b3
    return a3
