"""The order of the names in the `def` line is free.

1: Compare your `def` line with the one the exercise came with, name by name. In which order
   does a caller hand things over?
2: A caller fills the names from left to right: the input first, then the weights, the biases
   and the activation. In your `def` line they stand in another order. So a name holds something
   else than it says. Print the shape of each argument at the start, then look at the `def` line
   again.
3: `def ticket(name, seat):` and the call `ticket("Ann", 12)` fit. With `def ticket(seat,
   name):` the same call prints "seat Ann for 12". The names inside may be anything; the order
   is an agreement with everybody who calls. Who calls your function, and in which order?
"""

# %%
def my_dense(W, a_in, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, b, W, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, g, b):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(W, b, a_in, g):
    z = np.dot(a_in, W) + b
    a_out = g(z)
    return a_out


# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    order = ("a_in", "W", "b", "g")
    return sorted(facts.order) == sorted(order) and facts.order != order
