"""A function of NumPy is taken to be known without NumPy's name.

1: Python stops with a `NameError` and tells you a name. Where does that function live, and under
which name was its library imported?
2: The function exists, but not under the name that you use. In the cell with the imports NumPy gets
the short name `np`; its functions are reached through it. Compare the line in the message with
the lines of the text that compute something.
3: After `import math`, the root of 2 is `math.sqrt(2)`. A bare `sqrt(2)` stops with a `NameError`:
Python does not look into each library for a name. After `import math as m` it is `m.sqrt(2)`, and
`math` is unknown. The name in front of the dot is the one that the import made.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = matmul(A_in, W) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = dot(A_in, W) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = numpy.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out

# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """Nothing but names of NumPy are unknown."""
    numpy = {"matmul", "dot", "zeros", "exp", "array", "sum", "maximum", "transpose", "numpy"}
    unknown = facts.free - {"np", "math", "sigmoid"}
    return facts.raises("NameError") and bool(unknown) and unknown <= numpy
