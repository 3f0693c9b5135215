"""Lines are taken to run in any order, so a value is used above the line that makes it.

1: Python speaks of a local variable that has no value yet. In which line do you use it, and in
which line do you make it? Which of the two comes first?
2: Python runs the lines from top to bottom. When it gets to the line in the message, nothing has
been put under that name yet: the line that gives it a first value comes later, or is missing.
Number your lines in the order in which the signal passes the layers, and write them down in that
order.
3: `cake = bake(dough)` in the first line and `dough = mix(flour, eggs)` in the second: when the
oven starts, there is no dough. Inside a function, Python then says that it cannot access `dough`.
With the two lines swapped, all is well. Whatever stands on the right of an equals sign must have
been made in a line above.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a3 = my_dense(a2, W3, b3, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a1 = my_dense(x, W1, b1, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in [(W1, b1), (W2, b2), (W3, b3)]:
        a = my_dense(a, W, b, sigmoid)
    return a

# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    return facts.raises("UnboundLocalError")
