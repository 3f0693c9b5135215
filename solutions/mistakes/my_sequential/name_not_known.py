"""A name is used that was given to nothing.

1: Python stops with a `NameError` and tells you a name. Where did you give that name to something?
Compare it letter by letter.
2: Python tells `a2` from `a_2` and `W1` from `w1`: a capital letter or an underscore makes another
name. Read the name in the message, then look for the line that makes it. Is it missing, or is it
spelled in another way there?
3: `total = 3 + 4` and then `print(Total)`: Python says `name 'Total' is not defined`. It has never
heard of `Total`; a small `total` does not count. Nothing is wrong with the sum. One of the two
spellings has to go. It helps to copy a name with the mouse rather than to type it again.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a_2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, w1, b1, sigmoid)
    a2 = my_dense(a1, w2, b2, sigmoid)
    a3 = my_dense(a2, w3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, Sigmoid)
    a2 = my_dense(a1, W2, b2, Sigmoid)
    a3 = my_dense(a2, W3, b3, Sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(a_in, W1, b1, g)
    a2 = my_dense(a1, W2, b2, g)
    a3 = my_dense(a2, W3, b3, g)
    return a3

# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    return facts.raises("NameError") and bool(facts.free)
