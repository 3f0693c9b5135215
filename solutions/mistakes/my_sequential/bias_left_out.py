"""A layer is taken to work without its bias.

1: Follow each bias from the `def` line into your code. Which of them has no say in the result? What
is a bias for?
2: Set all weights to zero. Then each unit should show the sigmoid of its own bias; yours shows 0.5
in a layer without a bias. If all biases are zero, your result is right, and so the slip can hide.
Where does a bias enter the sum of a unit?
3: A taxi ride costs 2 for each km, and 5 for getting in: `fare = 2 * km + 5`. For 10 km that is 25.
Without the 5, a ride of 0 km is free, and every ride is 5 too cheap. The part that does not depend
on the way has to be added once for each ride.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, np.zeros(W1.shape[1]), sigmoid)
    a2 = my_dense(a1, W2, np.zeros(W2.shape[1]), sigmoid)
    a3 = my_dense(a2, W3, np.zeros(W3.shape[1]), sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = sigmoid(np.dot(x, W1))
    a2 = sigmoid(np.dot(a1, W2))
    a3 = sigmoid(np.dot(a2, W3))
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = sigmoid(np.dot(a2, W3))
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, 0 * b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, 0 * b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, 0 * b1, sigmoid)
    a2 = my_dense(a1, W2, 0 * b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, 0 * b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, 0 * b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, 0 * b2, sigmoid)
    a3 = my_dense(a2, W3, 0 * b3, sigmoid)
    return a3
