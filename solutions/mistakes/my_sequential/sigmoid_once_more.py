"""The result of `my_dense` is taken to lack the activation, so the sigmoid is applied again.

1: Count for each layer how often the sigmoid is applied on the way through. What does `my_dense` do
with the function that you hand over?
2: Somewhere the sigmoid works on numbers that have been through it. The sigmoid of a number between
0 and 1 lies between 0.5 and 0.73, so the numbers get squeezed together. Print what `my_dense` gives
back for layer 1. Is it a weighted sum, or is the activation in it?
3: A shop's function adds the tax: `def price(net, tax): return tax(net)`. With `tax = lambda net:
net * 1.2`, a net price of 10 becomes 12. Someone who writes `tax(price(10, tax))` pays 14.4: taxed
twice. What was handed over is used inside. Once it is inside, it need not be done outside as well.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = sigmoid(my_dense(x, W1, b1, sigmoid))
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3
# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return sigmoid(a3)

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = sigmoid(my_dense(x, W1, b1, sigmoid))
    a2 = sigmoid(my_dense(a1, W2, b2, sigmoid))
    a3 = sigmoid(my_dense(a2, W3, b3, sigmoid))
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(sigmoid(a1), W2, b2, sigmoid)
    a3 = my_dense(sigmoid(a2), W3, b3, sigmoid)
    return a3
