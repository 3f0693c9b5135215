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
import ast
import builtins

import numpy


def recognise(facts):
    usual = ("a_in", "W", "b", "g")
    if facts.parameters != usual and (len(facts.parameters) < 4 or {*facts.parameters} == {*usual}):
        return False  # the def line comes first
    if "TypeError" not in facts.raised:
        return False
    for node in facts.nodes:
        if not isinstance(node, ast.Subscript):
            continue
        value = node.value
        if isinstance(value, ast.Name) and len(facts.parameters) > 3:
            if value.id == facts.parameters[3] or callable(getattr(builtins, value.id, None)):
                return True
        if isinstance(value, ast.Attribute) and getattr(value.value, "id", "") in ("np", "numpy"):
            if callable(getattr(numpy, value.attr, None)) and value.attr not in ("r_", "c_", "s_"):
                return True
    return False
