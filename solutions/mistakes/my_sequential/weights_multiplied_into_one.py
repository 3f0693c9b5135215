"""Three layers are taken to be one layer whose weights are the product of all.

1: How many times is an activation applied on the way from `x` to your result? How many layers does
the network have?
2: You multiply the weights first, so there is one weighted sum and one sigmoid at the end. In the
network the sums of each layer go through the sigmoid before the next layer sees them. Which biases
and which activations have no place in your code?
3: Take `f(x) = max(0, 2 * x)` and after it `g(y) = max(0, -3 * y)`. For x = 1: f gives 2, then g
gives 0. Multiplied into one step, `max(0, -6 * x)`, x = 1 gives 0 as well; but x = -1 gives 6,
while step by step f gives 0 and g gives 0. The bend in between makes the difference.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = np.matmul(W1, W2)
    a2 = np.matmul(a1, W3)
    a3 = my_dense(x, a2, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    return sigmoid(x @ W1 @ W2 @ W3 + b3)
