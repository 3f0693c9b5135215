"""The loop variable counts, also when the loop goes through an array.

1: Print the loop variable in each pass. Is it a position such as 0, 1, 2, or a value out of an
   array? How do you use it further down?
2: A loop over an array hands you its values, one after the other, not their positions. Then your
   code uses such a value as a position. In the quick check the first bias is 0.1, and there is
   no place with the number 0.1. Decide which of the two you need, values or positions, and what
   the line with `for` should go through.
3: `prices = [4, 7, 2]`. `for p in prices:` makes p 4, then 7, then 2, and `prices[p]` looks for
   position 4, which is not there. `for k in range(len(prices)):` makes k 0, 1, 2, and
   `prices[k]` is 4, 7, 2. Both loops are fine, but in the first p is the price itself already.
   Which kind is yours?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in b:
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in a_in:
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in a_out:
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in W.T:
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in b:
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in W:
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(a_in, W[:, j]) + b[j]) for j in b])


# %% or recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """The loop goes through an argument, and its values are used as positions."""
    words = ("only integers, slices", "arrays used as indices must be of integer")
    loops = [loop for loop in facts.for_loops if loop.iterated.name in facts.parameters[:3]]
    values = {loop.counter for loop in loops} - {""}
    placed = any(values & part.names for pick in facts.picks for part in pick.index)
    return placed and any(map(facts.says, words))
