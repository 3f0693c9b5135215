"""The name after the dot may be spelled as one remembers it.

1: Read the error message: it names an attribute. Compare what stands after the dot, letter by
   letter, with how it is written in other cells or in the help.
2: Python looks the name after the dot up in the library, or in the array, and does not find it.
   Capital letters count, and so does every letter more or less. Often the message makes a
   proposal: "Did you mean ...?". Find the word in your code: is it spelled in another way, or
   does it belong to something else?
3: `"tea".uper()` stops: "'str' object has no attribute 'uper'. Did you mean: 'upper'?" The dot
   asks the word "tea" for something it can do, and only the exact name will do. `dir("tea")`
   lists all that there is; in a notebook, the Tab key after the dot does the same. Try that
   with the part before your dot.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeroes(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zero(units)
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
        w = W[:, j]
        z = np.Dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.Shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shpae[1])
    for j in range(W.shpae[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.columns
    a_out = np.zeros(units)
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
        w = W[:, j]
        z = w.dots(a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %% recognised by
import numpy as np

from grader.diagnosis.facts import NUMPY, FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    def unknown(part: Part) -> bool:
        owner, name = part.owner.name, part.attribute
        if not owner or owner in NUMPY:
            return bool(owner) and not hasattr(np, name)
        if owner in facts.parameters[:3]:
            return not hasattr(np.ndarray, name)
        return not any(hasattr(kind, name) for kind in (np.ndarray, np, list, str))

    return any(
        unknown(part) and facts.says("AttributeError", f"attribute '{part.attribute}'")
        for part in facts.attributes
    )
