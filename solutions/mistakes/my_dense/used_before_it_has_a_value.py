"""A name can be used in a line above the one that gives it a value.

1: Read the error message: which name has no value yet? Which line gives it one, and is that
   line reached before the line of the error?
2: Python goes from top to bottom. In your code a name is used, or added to with `+=`, before
   any line has given it a value. Put a finger on the first line and follow Python's way,
   through one pass of the loop. Where does your finger meet the name for the first time?
3: `for coin in [5, 2]: total += coin` stops in the first pass: to add 5 to `total`, Python has
   to know what `total` is. A line `total = 0` above the loop helps. Likewise `print(tax)` above
   `tax = 3` stops; the two lines want to change places. Which of the two is your case: a start
   value that is missing, or an order to change?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z += np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        a_out[j] = g(z)
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(units)
    units = W.shape[1]
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        for i in range(len(a_in)):
            z += W[i, j] * a_in[i]
        a_out[j] = g(z + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        for i in range(len(a_in)):
            z = z + W[i, j] * a_in[i]
        a_out[j] = g(z + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    w = W[:, j]
    for j in range(units):
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    first: dict[str, int] = {}
    for part in facts.parts:
        if part.name and part.stored:
            first[part.name] = min(part.line, first.get(part.name, part.line))
    early = any(
        part.name and not part.stored and part.line < first.get(part.name, 0)
        for part in facts.parts
    )
    own = any(part.line == first.get(part.target.name) for part in facts.changes)
    own = own or any(
        put.line == first.get(name) for put in facts.assignments for name in put.value.names
    )
    compared = any(part.operands for part in facts.dropped)
    return facts.raises("UnboundLocalError") and (early or own) and not compared
