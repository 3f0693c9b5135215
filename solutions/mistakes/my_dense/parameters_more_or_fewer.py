"""The `def` line may ask for more, or less, than the exercise says.

1: Compare your `def` line with the one the exercise came with. How many things does a caller
   hand over, and how many does your function take?
2: The quick check and the tests hand over four things: input, weights, biases, activation. Your
   `def` line takes more or fewer, so the call fails before the first line of your code runs.
   What is missing or too much there? Everything else can be worked out inside.
3: `def total(prices, postage, number):` and the call `total([3, 4], 2)` do not fit: "missing 1
   required positional argument: 'number'". The number of prices is in the list, so `number =
   len(prices)` inside will do. The call stays as it was agreed, and the `def` line fits it.
   What does your function ask for that it could find out, or lack that it is given?
"""

# %%
def my_dense(a_in, W, b):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = sigmoid(z)
    return a_out


# %%
def my_dense(a_in, W, b, g, units):
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, g):
    z = np.dot(a_in, W)
    a_out = g(z)
    return a_out


# %%
def my_dense():
    return None


# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    return facts.raises("TypeError") and not facts.takes(4)
