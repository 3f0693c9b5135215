"""A hidden layer is taken to need no activation, since the last one has it.

1: Look at the layers in the middle. Which of them apply an activation to their sums?
2: Your result stays between 0 and 1, since the last layer has its sigmoid. But a hidden layer puts
out bare sums. Print what the first two layers put out: is there a number below 0 or above 1? Then
look up in the text of part 6 which layers have an activation.
3: Two scalings in a row, `y = 3 * x` and `z = 4 * y`, are one scaling: `z = 12 * x`. The step in
between bought nothing. With a bend in it, as in `y = max(0, 3 * x)`, the two can do what no single
scaling can. It is the same with layers: without a bend between them, several layers can do no more
than one.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, lambda z: z)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    z1 = np.dot(x, W1) + b1
    z2 = np.dot(z1, W2) + b2
    z3 = np.dot(z2, W3) + b3
    return sigmoid(z3)

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, lambda z: z)
    a2 = my_dense(a1, W2, b2, lambda z: z)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, lambda z: z)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3
