"""The order of the parameters in the `def` line is taken to be free.

1: Look at the `def` line. Is it still the one that the exercise gave, name by name?
2: The code below it may be fine, but the values arrive under wrong names. Whoever calls your
function hands over the input first, then weights and bias of layer 1, of layer 2, of layer 3, in
this order. Compare your `def` line with the docstring.
3: `def full_name(last, first): return first + " " + last` is called by others as `full_name("Ada",
"Lovelace")`, and says "Lovelace Ada". The line in the body is right; the two names in the brackets
have changed places. The order in a `def` line is a promise to all who call.
"""

# %%
def my_sequential(x, W1, W2, W3, b1, b2, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(W1, b1, W2, b2, W3, b3, x):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, b1, b2, b3, W1, W2, W3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3


# %% not if
from grader.diagnosis.facts import FunctionFacts


def exclude(facts: FunctionFacts) -> bool:
    """The parameters stand in the order that is asked for."""
    return facts.as_asked
