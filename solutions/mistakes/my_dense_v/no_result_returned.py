"""Showing a result, or having it in a variable, is taken to mean giving it back.

1: What does the caller of your function get? Look for `return`, and at what stands right behind it.
2: The caller gets `None`, that is, nothing. What is printed can be read by people, but no other
line of code can use it. Put the call into a variable, and print its type. Which line hands the
activations to the caller?
3: `def area(a, b): print(a * b)` shows 12 for `area(3, 4)`. But `2 * area(3, 4)` stops: `area`
gives back `None`, and nobody can double that. With `return a * b` as its line, `2 * area(3, 4)` is
24. Printing is for the eye, `return` is for the program.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    print(A_out)

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return print(A_out)

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return


# %% or recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """It computes, and no return gives anything back."""
    started = {*facts.first(2)} <= facts.used
    return started and not facts.raised and not facts.gives_back
