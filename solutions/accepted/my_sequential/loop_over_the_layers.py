"""A loop runs over the layers."""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a = x
    for W, b in [(W1, b1), (W2, b2), (W3, b3)]:
        a = my_dense(a, W, b, sigmoid)
    return a

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    weights = [W1, W2, W3]
    biases = [b1, b2, b3]
    outputs = [x]
    for layer in range(3):
        outputs.append(my_dense(outputs[layer], weights[layer], biases[layer], sigmoid))
    return outputs[-1]

# %%
from functools import reduce


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    layers = zip((W1, W2, W3), (b1, b2, b3))
    return reduce(lambda a, layer: my_dense(a, layer[0], layer[1], sigmoid), layers, x)
