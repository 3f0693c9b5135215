"""Any activation is taken to do for the output, such as relu or tanh.

1: Which activation does your last layer use? Between which two numbers do its results lie?
2: The result should be read as a chance, so it has to lie between 0 and 1. Relu gives 0 or any
number above, tanh goes down to -1. The layers before it are not the trouble. Compare your last
layer with the text of part 6.
3: A weather app turns a score into a chance of rain. `max(0, score)` makes 3.7 out of 3.7, and no
rain has a chance of 3.7. `1 / (1 + 2 ** -score)` makes 0.93, and a score of -2 becomes 0.2. The
last step decides what the number may be read as.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, lambda z: np.maximum(0, z))
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, np.tanh)
    return a3


# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, lambda z: np.where(z > 0, z, 0.01 * z))
    return a3
