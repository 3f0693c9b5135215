"""Showing a result, or having it in a variable, is taken to mean giving it back.

1: What does the caller of your function get? Look for `return`, and at what stands right behind it.
2: The caller gets `None`, that is, nothing. What is printed can be read by people, but no other
line of code can use it. Put the call into a variable, as in `p = my_sequential(...)`, and print
`type(p)`. Which line hands the output of the last layer to the caller?
3: `def area(a, b): print(a * b)` shows 12 for `area(3, 4)`. But `2 * area(3, 4)` stops: `area`
gives back `None`, and nobody can double that. With `return a * b` as its line, `2 * area(3, 4)` is
24. Printing is for the eye, `return` is for the program.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    print(a3)

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return print(a3)

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return


# %% or recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """It computes, and no return gives anything back."""
    started = {*facts.first(2)} <= facts.used
    return started and not facts.raised and not facts.gives_back
