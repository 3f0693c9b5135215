"""The input is a matrix with one row.

1: Print `a_in.shape`. How many directions does it have? Compare that with the way your code
   reads from it.
2: Here `a_in` is a plain vector: in the quick check its shape is (2,), two numbers and one
   direction. Your code treats it like a table of examples, so Python finds no second direction,
   or picks one number where all of them are meant. Look at the index, or the place in its
   shape, that you use with `a_in`.
3: Steps on one day, hour by hour: `day = np.array([900, 400, 0])`. `day[0]` is 900, the first
   hour, not "the first day". In a table with a row for each day, `week[0]` would be a whole
   day. Before picking from an array, ask whether it holds one thing or many: `day.ndim` is 1,
   `week.ndim` is 2. How many examples does your layer get?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in[0]) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(a_in[0], W[:, j]) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(len(a_in)):
            z += W[i, j] * a_in[0, i]
        a_out[j] = g(z + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(a_in.shape[1]):
            z += W[i, j] * a_in[i]
        a_out[j] = g(z + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(len(a_in)):
            z += W[i, j] * a_in[0][i]
        a_out[j] = g(z + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in[0, :]) + b[j]
        a_out[j] = g(z)
    return a_out


# %% recognised by
from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    if len(facts.parameters) < 4:
        return False  # the def line comes first
    x = facts.parameters[0]

    def first_row(pick: Part) -> bool:
        return pick.value.name == x and pick.place == 0

    def as_a_row(pick: Part) -> bool:
        inner = pick.value
        if inner.name == x:
            return len(pick.index) > 1 and not any(part.is_new_axis for part in pick.index)
        shape = inner.attribute == "shape" and inner.owner.name == x
        return first_row(inner) or (shape and pick.place == 1)

    if any(pick.value.name == x and (pick.place or 0) > 0 for pick in facts.picks):
        return False  # each input by its number: a vector of a fixed length
    factors = [factor for part in facts.calls() for factor in part.factors]
    found = any(map(first_row, factors)) or any(map(as_a_row, facts.picks))
    stopped = facts.raises("IndexError", "TypeError", "ValueError")
    return stopped and x not in facts.given and found
