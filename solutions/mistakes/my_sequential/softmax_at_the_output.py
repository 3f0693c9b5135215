"""The output is taken to need shares that add up to 1, as a softmax makes them.

1: Your last step makes shares of a sum. What is left of a single number that is divided by the sum
of all numbers, if it is the only one?
2: The last step turns numbers into shares of their sum. The digit network has one output unit, and
one number divided by itself is 1, whatever the image shows. Print your result for a zero and for a
one. Then see which function the exercise names for the last layer.
3: Shares of a vote: 30, 50 and 20 votes become 0.3, 0.5 and 0.2; together that is 1. With one name
on the list, its 30 votes become `30 / 30`, and so do 5 votes or 500. The share tells nothing. To
say how likely a single thing is, a curve is needed that works on one number alone.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, lambda z: np.exp(z) / np.sum(np.exp(z)))
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    z3 = np.dot(a2, W3) + b3
    return np.exp(z3) / np.sum(np.exp(z3))

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return np.exp(a3) / np.sum(np.exp(a3))

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3 / np.sum(a3)
