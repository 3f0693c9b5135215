"""The input is taken to need a transpose before it meets the weights.

1: Print `A_in.shape` and `A_in.T.shape`. In which of the two does each row hold one example?
2: The examples lie in the rows as they come in. After `.T` they lie in the columns, and the wrong
sizes touch: with 3 examples of 2 inputs, `(2, 3)` meets `(2, 4)`. For a single row of shape `(n,)`
the turn does nothing, so a test with one row does not show it. What is the shape of each factor in
your product?
3: A class list has a row for each pupil and a column for each test: shape `(30, 4)`. Weights of the
four tests: shape `(4, 1)`. `np.matmul(marks, weights)` gives `(30, 1)`, a mark for each pupil. Turn
the list first, and `(4, 30)` meets `(4, 1)`: 30 touches 4, and Python stops. A turn is right only
where the sizes ask for it.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in.T, W) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.dot(A_in.T, W) + b
    A_out = g(Z)
    return A_out


# %% not if
from grader.diagnosis.facts import FunctionFacts


def exclude(facts: FunctionFacts) -> bool:
    """Nothing is turned: columns may be gone through in another way."""
    turned = any(part.attribute in ("T", "transpose") for part in facts.attributes)
    return not turned and not facts.calls("transpose", "swapaxes")
