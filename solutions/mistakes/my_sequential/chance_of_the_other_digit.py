"""The output is taken to be the chance of a zero, so it is turned around.

1: Look at the last step of layer 3, and at what comes after it. What is your result the chance of:
a zero or a one?
2: Where 0.9 is right, you give 0.1: all is mirrored. The hidden layers are fine; at the very end
something turns the number around. For an image of a zero the result should be close to 0. Call your
function on `X[0]` and on `X[500]`, and see which way round they are.
3: A smoke alarm reports how likely a fire is: 0.02 on a quiet day. A display that shows `1 -
report` says 0.98, and people run. The alarm was right; the display turned it around. Before you
turn a number around, write down in words what it is the chance of.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return 1 - a3
