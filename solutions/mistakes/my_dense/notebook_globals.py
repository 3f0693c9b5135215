"""The variables of the notebook are the inputs of the function.

1: Which names does your function read that are not in its `def` line and are not made inside
   it? Where do they come from?
2: Your function reads a variable of the notebook, so the answer depends on what was run before,
   and not on what is passed in. The quick check may even be right. Restart the kernel, call the
   function with other data, and see what happens. What the function needs comes in under the
   names of its `def` line.
3: `rate = 1.2` stands at the top of a notebook, and `def convert(euros, factor): return euros *
   rate` below. `convert(10, 2)` is 12, whatever factor is given: the function has not looked at
   it. With `return euros * factor` it is 20, and it works in any notebook. For each name in
   your function ask: passed in, made here, or from outside?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, x_small) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W_small[:, j]
        z = np.dot(w, x_small) + b_small[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W1.shape[1]
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
        z = np.dot(w, a_in) + b_tst[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(X[0], W) + b
    a_out = g(z)
    return a_out


# %% recognised by
import re

from grader.diagnosis.facts import FunctionFacts

COURSE = re.compile(
    r"[xX]|y|model|predictions|(x|X|W|w|b|a|A|a_in|a_out|x_in)"
    r"(_?(small|tst|test|train|tmp|new|[0-9]))+"
)
LIBRARY = {"np", "numpy", "math", "tf", "keras", "plt", "tensorflow"}


def recognise(facts: FunctionFacts) -> bool:
    called = {call.function for call in facts.calls()}
    names = {
        name
        for name in facts.free - called - facts.grown - facts.filled - LIBRARY
        if not (name.isupper() and len(name) > 2)
    }
    if facts.raises("NameError"):
        return any(COURSE.fullmatch(name) for name in names)
    return bool(names & facts.bound)
