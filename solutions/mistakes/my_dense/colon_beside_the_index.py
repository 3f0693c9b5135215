"""A colon beside the index picks one column.

1: Look at the colons in the brackets after W. Print the shape of what you pick there, once for
   j = 0 and once for j = 1. How many columns, or rows, is that?
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
import ast


def recognise(facts):
    w = facts.parameters[1]
    counters = {
        node.target.id
        for node in facts.nodes
        if isinstance(node, (ast.For, ast.comprehension)) and isinstance(node.target, ast.Name)
    }

    def open_range(node):
        if not isinstance(node, ast.Slice) or node.step is not None:
            return False
        ends = [one for one in (node.lower, node.upper) if one is not None]
        return len(ends) == 1 and getattr(ends[0], "id", "") in counters

    def beside(node):
        if not isinstance(node, ast.Subscript) or getattr(node.value, "id", "") != w:
            return False
        index = node.slice
        return any(map(open_range, index.elts if isinstance(index, ast.Tuple) else [index]))

    return any(map(beside, facts.nodes))
