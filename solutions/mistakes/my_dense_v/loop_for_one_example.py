"""The loop over the units is kept as it is for one example, though a batch comes in.

1: For a batch, what does unit j give: one number, or one for each example? How much room has its
place in your array?
2: Python says `setting an array element with a sequence`, or that shapes do not fit. Each turn of
the loop computes a whole column, one number for each example; the place that you made for it holds
one number. How many rows must the array have? Or can the loop go, if one product does all units?
3: Marks of 30 pupils in 4 tests, and the best mark of each test: `best = np.zeros(4)` and `best[t]
= marks[:, t].max()` fit, one number each. For all marks minus 1, `less[t] = marks[:, t] - 1` needs
room for 30 numbers: a table `(30, 4)` and `less[:, t]`. Without a loop, `marks - 1` does it all.
"""

# %%
def my_dense_v(A_in, W, b, g):
    A_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        A_out[j] = g(np.dot(A_in, W[:, j]) + np.ravel(b)[j])
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    units = W.shape[1]
    A_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, A_in) + b[j]
        A_out[j] = g(z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    units = W.shape[1]
    A_out = np.zeros((1, units))
    for j in range(units):
        z = np.matmul(A_in, W[:, j]) + np.ravel(b)[j]
        A_out[0, j] = g(z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    units = W.shape[1]
    A_out = np.zeros(units)
    for j in range(units):
        z = np.dot(A_in, W[:, j]) + b[j]
        A_out[j] = g(z)
    return A_out


# %% or recognised by
from grader.diagnosis.facts import FunctionFacts

WORDS = ("setting an array element with a sequence", "only 0-dimensional arrays", "only length-1")


def recognise(facts: FunctionFacts) -> bool:
    """In a loop over the units a whole column is put into one place."""
    counters = {loop.counter for loop in facts.for_loops} - {""}
    filled = any(pick.stored and pick.index[0].name in counters for pick in facts.picks)
    rows = facts.picks_of(facts.first(1)[0])  # picked out of the batch: then it is something else
    stopped = any(map(facts.says, WORDS))
    return stopped and len(facts.for_loops) == 1 and filled and not rows
