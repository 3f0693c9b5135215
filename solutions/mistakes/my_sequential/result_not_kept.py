"""A call is taken to change its argument, so its result is not kept.

1: Which of your calls of `my_dense` stand alone in a line, with nothing to the left of them? Where
does their result go?
2: A call that stands alone does its work, and then the result is thrown away. The next line starts
again from the old numbers. Print the shape of what you hand to each layer. Does it change from line
to line?
3: `name = "ada"`, then `name.upper()` in a line of its own, then `print(name)`: it prints "ada".
The capitals were made, and nobody kept them. With `name = name.upper()` it prints "ADA". A function
that gives something back needs a name on the left to catch it.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a = my_dense(x, W1, b1, sigmoid)
    my_dense(a, W2, b2, sigmoid)
    my_dense(a, W3, b3, sigmoid)
    return a

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    my_dense(x, W1, b1, sigmoid)
    my_dense(x, W2, b2, sigmoid)
    my_dense(x, W3, b3, sigmoid)
    return x

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    my_dense(x, W1, b1, sigmoid)
    my_dense(x, W2, b2, sigmoid)
    return my_dense(x, W3, b3, sigmoid)

# %% not if
from grader.diagnosis.facts import FunctionFacts


def exclude(facts: FunctionFacts) -> bool:
    """No call stands alone in a line."""
    return not any(call.function.startswith("my_dense") for call in facts.dropped)
