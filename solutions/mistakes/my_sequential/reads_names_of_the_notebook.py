"""The variables of the notebook are taken to be the inputs of the function.

1: Functions such as `my_dense` aside: which names in your code stand neither in the `def` line nor
are made in a line below it? Where do their values come from?
2: Your function reads a variable of the notebook. So a part of what it is called with never
matters. Go through the names in the `def` line. Which of them is not used, or gets another value at
once? Each number that counts has to come in through these brackets.
3: `apples = 3` stands at the top of the notebook, and below it `def cost(pieces, price): return
apples * price`. `cost(3, 2)` is 6, as it should be. `cost(10, 2)` is 6 as well: the function looks
at `apples` and never at `pieces`. With `pieces * price` it gives 20. A function that looks at its
arguments alone can be trusted with any of them.
"""

# %%
W1_tmp = np.array([[0.1, -0.2, 0.3], [0.4, 0.5, -0.6], [0.7, -0.8, 0.9]])
b1_tmp = np.array([0.1, 0.2, 0.3])
W2_tmp, b2_tmp = W1_tmp.T, -b1_tmp
W3_tmp, b3_tmp = -W1_tmp, 2 * b1_tmp


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1_tmp, b1_tmp, sigmoid)
    a2 = my_dense(a1, W2_tmp, b2_tmp, sigmoid)
    a3 = my_dense(a2, W3_tmp, b3_tmp, sigmoid)
    return a3

# %%
X = np.array([[0.1, 0.9, 0.5, 0.3], [0.7, 0.2, 0.8, 0.6]])


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(X[0], W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
X = np.array([[0.1, 0.9, 0.5, 0.3], [0.7, 0.2, 0.8, 0.6]])


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    x = X[0]
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
bias1, bias2, bias3 = np.zeros(3), np.zeros(2), np.zeros(1)


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, bias1, sigmoid)
    a2 = my_dense(a1, W2, bias2, sigmoid)
    a3 = my_dense(a2, W3, bias3, sigmoid)
    return a3

# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """A name of the notebook takes the place of a parameter that is unused or overwritten."""
    kept = facts.read - facts.given
    replaced = any(name not in kept for name in facts.parameters)
    return bool(facts.free & facts.bound) and replaced and not facts.raises("NameError")
