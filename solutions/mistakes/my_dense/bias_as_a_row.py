"""b is a matrix with one row.

1: Print `b.shape`. How many numbers are in it, and how many indices does it take to pick one
   bias?
2: Here b is a plain vector: in the quick check its shape is (3,), one number for each of the
   three units. Your code treats it like a table with rows and columns, and Python finds no
   second direction. Look at the index, or the place in its shape, that you use with b.
3: The lengths of three hikes: `hikes = np.array([12, 7, 9])`, shape `(3,)`. One position is
   enough: `hikes[1]` is 7, and there are `len(hikes)` of them. `hikes[0, 1]` asks for row 0,
   column 1, as in a table `np.array([[12, 7, 9]])` of shape `(1, 3)`; note the double brackets.
   How many brackets does b show when you print it?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[0, j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[0, j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[0][j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[:, j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = b.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(b.shape[1])
    for j in range(b.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %% recognised by
import ast

from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    if len(facts.parameters) < 4:
        return False  # the def line comes first
    b = facts.parameters[2]

    def as_a_row(pick: Part) -> bool:
        inner = pick.value
        if inner.name == b:
            return len(pick.index) > 1
        if inner.index:
            return inner.value.name == b and not inner.index[0].is_a(ast.Slice)
        return inner.attribute == "shape" and inner.owner.name == b and pick.place == 1

    stopped = facts.raises("IndexError", "TypeError")
    return stopped and b not in facts.given and any(map(as_a_row, facts.picks))
