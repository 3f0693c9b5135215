"""A name is used that was given to nothing.

1: Python stops with a `NameError` and tells you a name. Where did you give that name to something?
Compare it letter by letter.
2: Python tells `Z` from `z` and `A_in` from `a_in`: a capital letter makes another name. Read the
name in the message, then look for the line that makes it. Is it missing, or is it spelled in
another way there?
3: `total = 3 + 4` and then `print(Total)`: Python says `name 'Total' is not defined`. It has never
heard of `Total`; a small `total` does not count. Nothing is wrong with the sum. One of the two
spellings has to go. It helps to copy a name with the mouse rather than to type it again.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(a_in, W) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, w) + B
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = Sigmoid(Z)
    return A_out

# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """A name that nobody made; those of NumPy have an entry of their own."""
    numpy = {"matmul", "dot", "zeros", "exp", "array", "sum", "maximum", "transpose", "numpy"}
    return facts.raises("NameError") and bool(facts.free - numpy - {"np", "math", "sigmoid"})
