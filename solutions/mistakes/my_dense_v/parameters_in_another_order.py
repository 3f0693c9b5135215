"""The order of the parameters in the `def` line is taken to be free.

1: Look at the `def` line. Is it still the one that the exercise gave, name by name?
2: The code below it may be fine, but the values arrive under wrong names. Whoever calls your
function hands over the input first, then the weights, the bias and the activation, in this order.
Compare your `def` line with the docstring.
3: `def full_name(last, first): return first + " " + last` is called by others as `full_name("Ada",
"Lovelace")`, and says "Lovelace Ada". The line in the body is right; the two names in the brackets
have changed places. The order in a `def` line is a promise to all who call.
"""

# %%
def my_dense_v(A_in, b, W, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(g, A_in, W, b):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, g, b):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out


# %% not if
from grader.diagnosis.facts import FunctionFacts


def exclude(facts: FunctionFacts) -> bool:
    """The parameters stand in the order that is asked for."""
    return facts.as_asked
