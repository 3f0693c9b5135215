"""One column has to be a matrix before it can be multiplied.

1: Print the shape of both sides of the product for one unit: the weights and the input. NumPy
   multiplies plain vectors of shape `(n,)` with each other. Has one of your two shapes a second
   number in it?
2: One side of your product is a table with a single row or column, not a plain vector. Then the
   two shapes do not fit, or the sum comes out as an array with one number in brackets. A slot
   for a number does not take that. Find what adds the second dimension: a slice, a list used as
   an index, a reshape or the like. Pick with one position instead, or leave the reshape out.
3: Temperatures at noon and at midnight on three days: `t = np.array([[20, 9], [22, 8], [18,
   7]])`. `t[:, 1]` prints `[9 8 7]`, shape `(3,)`. `t[:, 1:2]` and `t[:, [1]]` hold the same
   numbers as a table of shape `(3, 1)`, with brackets around each. `np.dot([1, 1, 1], t[:, 1])`
   is 24, a number; with `t[:, [1]]` it is `[24]`, an array. Print your own shapes in the same
   way.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j:j+1]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, [j]]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j].reshape(-1, 1)
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j:j+1], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, [j]], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_in = a_in.reshape(1, -1)
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %% recognised by
from grader.diagnosis.facts import NUMPY, FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    w = facts.first(2)[1]

    def one_wide(part: Part) -> bool:
        start, stop = part.ends
        return len(part.elements) == 1 or (bool(start) and stop.operator == "+")

    def picked(pick: Part) -> bool:
        if len(pick.index) < 2:
            return False
        if pick.value.name == w:
            return len(pick.index) == 2 and one_wide(pick.index[1])
        new_axis = any(part.attribute == "newaxis" for part in pick.index)
        return new_axis and pick.value.name not in facts.filled

    def shaped(call: Part) -> bool:
        if call.method != "reshape":
            return call.method in ("expand_dims", "atleast_2d")
        own = call.owner.name not in NUMPY
        thing, sizes = (call.owner, call.args) if own else (call.arg(0), call.args[1:])
        sizes = sizes[0].elements or sizes if len(sizes) == 1 else sizes
        ones = [size for size in sizes if size.number == 1]
        return len(sizes) == 2 and len(ones) == 1 and thing.name not in facts.filled

    answer = facts.working
    found = any(map(picked, answer.picks)) or any(map(shaped, answer.calls()))
    return bool(facts.loops) and found and facts.raises("ValueError")
