"""Any activation is taken to do for the hidden layers, such as relu or tanh.

1: Which activation do your hidden layers use, and which one is named in the exercise?
2: The last layer is right, but a hidden layer bends its sums in another way than the network that
was trained. The weights were found for one activation; with another one they mean nothing. Compare
the activation of each of your layers with the text of part 6.
3: A recipe says: bake at 180 degrees Celsius. An oven set to 180 degrees Fahrenheit follows the
same steps with the same numbers, and the cake stays raw. The number 180 was found for one scale.
Weights are like that: they were found together with a bend, so they are used together with that
bend.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, lambda z: np.maximum(0, z))
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def relu(z):
    return np.maximum(0, z)


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, relu)
    a2 = my_dense(a1, W2, b2, relu)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, np.tanh)
    a2 = my_dense(a1, W2, b2, np.tanh)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, lambda z: np.maximum(0, z))
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, np.tanh)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, np.tanh)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, lambda z: np.maximum(0, z))
    a2 = my_dense(a1, W2, b2, np.tanh)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, np.tanh)
    a2 = my_dense(a1, W2, b2, lambda z: np.maximum(0, z))
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3
