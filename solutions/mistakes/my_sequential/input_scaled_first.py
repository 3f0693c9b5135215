"""A network is taken to prepare its own input.

1: Print what your first product is given, beside the argument that came in. Are these the same
numbers?
2: Your code scales what comes in: it divides, or takes a mean away. So a picture that is twice as dark
may look the same to the network. Whoever
calls it has prepared the data, and the weights were learned on them as they are. Which line changes
the input before the first product?
3: A recipe for grams is followed by somebody who first divides each amount by the largest one. 500 g
of flour and 10 g of salt become 1 and 0.02; with 5 g of flour in the cupboard as the largest, the
same steps give other bread. The cook was to use the amounts as written. Prepare data once, outside.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x / np.max(x), W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    x = (x - np.mean(x)) / (np.std(x) + 1e-8)
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    x = x - np.mean(x)
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    x = (x - np.min(x)) / (np.max(x) - np.min(x))
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    x = x / np.linalg.norm(x)
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    x = x / np.max(np.abs(x))
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3
