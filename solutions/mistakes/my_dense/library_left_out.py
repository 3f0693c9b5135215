"""Functions of NumPy are known by their bare name.

1: Read the error message: which name does Python not know? To which library does it belong, and
   under which name has the notebook imported that library?
2: Python itself has `len`, `sum` and `range`, but no product of vectors and no arrays. These
   live in libraries, and a library is known only by the name under which a cell has imported it:
   NumPy is `np` in this lab. Find the name of the message in your code. Is it a library, or a
   function, and what should stand before it?
3: `import math as m` at the top. Then `m.sqrt(9)` is 3.0. `sqrt(9)` stops: the name is not
   known without its library. `math.sqrt(9)` stops, too, since in this notebook the library is
   called `m`. Library, dot, function: how is it written in the other cells of this notebook?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = numpy.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(numpy.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = 1 / (1 + exp(-z))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return array([g(np.dot(a_in, W[:, j]) + b[j]) for j in range(W.shape[1])])


# %% recognised by
from grader.diagnosis.facts import FunctionFacts

LIBRARY = {"np", "numpy", "math", "tf", "keras", "tensorflow"}
LEFT_OUT = {"dot", "zeros", "matmul", "exp", "array", "append", "multiply", "empty", "ones"}


def recognise(facts: FunctionFacts) -> bool:
    return facts.raises("NameError") and bool(facts.free & (LIBRARY | LEFT_OUT))
