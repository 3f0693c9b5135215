"""A function is called with square brackets.

1: Read the error message together with the line it names. "Not subscriptable" is about the
   brackets after a name. Which brackets call a function, and which pick an element?
2: Round brackets call a function, square brackets pick something out of a list or an array. In
   the line of the error, square brackets follow the name of a function. Find that name and
   change the pair of brackets after it.
3: `len([4, 5, 6])` is 3: round brackets call `len`, and the square ones inside make a list.
   `len[4, 5, 6]` would ask for an element of `len`, which has none: "not subscriptable". With
   `ages = [4, 5, 6]` it is the other way round: `ages[0]` is 4, while `ages(0)` does not work.
   In your line, say for each pair of brackets: does it call, or does it pick?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot[w, a_in] + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot[W[:, j], a_in] + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g[z]
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros[units]
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range[units]:
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %% recognised by
import builtins

import numpy as np

from grader.diagnosis.facts import NUMPY, FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    if len(facts.parameters) < 4:
        return False  # the def line comes first

    def is_function(part: Part) -> bool:
        if part.owner.name in NUMPY:
            grids = ("r_", "c_", "s_")
            return callable(getattr(np, part.attribute, None)) and part.attribute not in grids
        return part.name == facts.parameters[3] or callable(getattr(builtins, part.name, None))

    stopped = facts.says("TypeError", "not subscriptable")
    return stopped and any(is_function(pick.value) for pick in facts.picks)
