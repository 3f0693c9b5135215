"""A place can be filled before there is room for it.

1: Look at the line that makes your container for the outputs. How many places does it have? How
   many do you fill later?
2: Your code writes to a place that does not exist: the container is empty, or is no container
   at all. Writing to a position needs a position that is there. Either make room for all units
   at the start, or begin with an empty list and let it grow. What do you know before the loop
   about how many numbers will come?
3: A theatre with no seats: `seats = []`, and `seats[0] = "Ann"` fails, "index out of range".
   `seats = None` is worse: nothing to sit on. Either put up the seats first, `seats = ["free"]
   * 50`, and then `seats[0] = "Ann"`; or let everybody bring a chair: `seats = []`,
   `seats.append("Ann")`. Which way fits the rest of your code?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = []
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.array([])
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = None
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = 0
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.empty(0)
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.array(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %% recognised by
import ast

from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    def empty(part: Part) -> bool:
        if part.is_a(ast.List, ast.Tuple):
            return not part.elements
        first = part.arg(0)
        if part.called == "array":
            return bool(facts.walks.size(first)) or empty(first)
        zero = part.called in ("zeros", "empty", "ones") and first.number == 0
        nothing = part.called in ("list", "tuple") and not part.args
        return part.is_constant or zero or nothing

    def without_room(name: str) -> bool:
        puts = [put for put in facts.assignments if name in (part.name for part in put.targets)]
        return bool(puts) and all(empty(put.value) for put in puts)

    return facts.raises("IndexError", "TypeError") and any(map(without_room, facts.filled))
