"""All layers are taken to share one and the same set of weights.

1: Look at the second argument of each call of `my_dense`. How many different weight matrices did
your function get, and how many of them are in use?
2: Only one weight matrix is at work here; the other two never matter. In the sizes 4-3-2-1 the
three matrices do not even have the same shape. Write the shape of `W1`, `W2` and `W3` on paper.
Then say for each layer which one takes in as many numbers as come from the layer before.
3: A train has three drivers, one for each leg: `drive(train, "Berlin", anna)`, `drive(train,
"Prague", ben)`, `drive(train, "Vienna", cleo)`. With `anna` in all three lines, Ben and Cleo stand
on the platform. When you copy a line, two things change: the place and the driver. Go through your
lines: what has to change in each copy?
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W1, b1, sigmoid)
    a3 = my_dense(a2, W1, b1, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W1, b2, sigmoid)
    a3 = my_dense(a2, W1, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W3, b3, sigmoid)
    a2 = my_dense(a1, W3, b3, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3
