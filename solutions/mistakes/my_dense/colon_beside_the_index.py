"""A colon beside the index picks one column.

1: Look at the colons in the brackets after W. Print the shape of what you pick there, once for
   unit 0 and once for unit 1. How many columns, or rows, is that?
2: A colon next to a number means a range: from there on, or up to there. So your code picks
   several at once, or none at all, and in each pass another amount. One unit needs one column.
   Write down for that what belongs before the comma (which rows?) and what after it (which
   column?).
3: Seats in one row of a theatre: `row = np.array([10, 11, 12, 13])`. `row[2:]` is `[12, 13]`,
   `row[:2]` is `[10, 11]`, and `row[2]` is 12, one seat. In a hall with several rows, `hall[:,
   2:]` is all rows from the third seat on, while `hall[:, 2]` is the third seat of every row.
   Print both for a small table of your own, then look at your colons again.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j:]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, :j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[j:]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j:], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, :j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[j:], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:j], a_in) + b[j])
    return a_out


# %% recognised by
from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    def open_range(part: Part) -> bool:
        """One end of a range is missing, and the other is the number of the loop."""
        ends = [end.name for end in part.ends if end]
        return len(ends) == 1 and ends[0] in facts.counters

    w = facts.first(2)[1]
    return any(open_range(part) for pick in facts.picks_of(w) for part in pick.index)
