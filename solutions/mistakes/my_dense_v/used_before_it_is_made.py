"""Lines are taken to run in any order, so a value is used above the line that makes it.

1: Python speaks of a local variable that has no value yet. In which line do you use it, and in
which line do you make it? Which of the two comes first?
2: Python runs the lines from top to bottom. When it gets to the line in the message, nothing has
been put under that name yet. `+=` counts as use, too: it adds to what is there. Write down which
name each line needs and which it makes. Which line has to move up, or is missing?
3: `cake = bake(dough)` in the first line and `dough = mix(flour, eggs)` in the second: when the
oven starts, there is no dough. Python says that it cannot access `dough`. With the two lines
swapped, all is well. Whatever stands on the right of an equals sign must have been made in a line
above.
"""

# %%
def my_dense_v(A_in, W, b, g):
    A_out = g(Z)
    Z = np.matmul(A_in, W) + b
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z += np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    for j in range(W.shape[1]):
        A_out[:, j] = g(np.matmul(A_in, W[:, j]) + np.ravel(b)[j])
    A_out = np.array(A_out)
    return A_out

# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    return facts.raises("UnboundLocalError")
