"""The bias is taken to be a column, one number for each example.

1: How many numbers does `b` hold: one for each example, or one for each unit? Which axis of the
result counts the units?
2: Your bias stands upright, so its numbers go to the rows of the result, and the rows are examples.
With 3 examples and 4 units, Python says `could not be broadcast together`. If both numbers are
equal, there is no error, but each bias reaches the wrong numbers. Print the shape of what you add.
3: Marks of two pupils in three tests: shape `(2, 3)`. A bonus for each test, `np.array([1, 0, 2])`,
of shape `(3,)`, is added to each row: NumPy lines up the last axis. As a column of shape `(3, 1)`
it would have to match the pupils, and 3 does not match 2. What belongs to the columns stays a row.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b.reshape(-1, 1)
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    b = b.reshape(W.shape[1], 1)
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.dot(A_in, W) + np.atleast_2d(b).T
    return g(Z)

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + np.ravel(b)[:, np.newaxis]
    return g(Z)


# %% or recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """The bias gets a second axis behind its own, and stays so."""
    b = facts.first(3)[2]
    turned = any(part.attribute in ("T", "transpose") for part in facts.attributes)
    picks = [pick.index for pick in facts.picks_of(b)]
    return not turned and any(len(index) == 2 and index[1].is_new_axis for index in picks)
