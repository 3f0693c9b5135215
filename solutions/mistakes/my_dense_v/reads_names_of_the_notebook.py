"""The variables of the notebook are taken to be the inputs of the function.

1: Which names in your function stand neither in the `def` line nor left of an equals sign below it?
Where do their values come from?
2: Your function reads a variable of the notebook. So a part of what it is called with never
matters. Go through the names in the `def` line. Which of them is not used, or gets another value at
once? Each number that counts has to come in through these brackets.
3: `apples = 3` stands at the top of the notebook, and below it `def cost(pieces, price): return
apples * price`. `cost(3, 2)` is 6, as it should be. `cost(10, 2)` is 6 as well: the function looks
at `apples` and never at `pieces`. With `pieces * price` it gives 20. A function that looks at its
arguments alone can be trusted with any of them.
"""

# %%
X = np.array([[0.1, 0.9], [0.7, 0.2], [0.4, 0.5]])


def my_dense_v(A_in, W, b, g):
    Z = np.matmul(X, W) + b
    A_out = g(Z)
    return A_out

# %%
W_small = np.array([[0.5, -1.0, 2.0], [0.25, 0.5, -0.75]])
b_small = np.array([0.1, -0.2, 0.3])


def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W_small) + b_small
    A_out = g(Z)
    return A_out

# %%
A_small = np.array([[1.0, -2.0], [0.0, 3.0]])


def my_dense_v(A_in, W, b, g):
    A_in = A_small
    Z = np.matmul(A_in, W) + b
    return g(Z)

# %%
bias = np.array([0.1, -0.2, 0.3])


def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + bias
    A_out = g(Z)
    return A_out

# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """A name of the notebook takes the place of an array that is unused or overwritten."""
    kept = facts.read - facts.given
    replaced = any(name not in kept for name in facts.parameters[:3])
    return bool(facts.free & facts.bound) and replaced and not facts.raises("NameError")
