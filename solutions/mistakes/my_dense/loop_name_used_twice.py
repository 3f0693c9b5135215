"""The inner loop may use the loop variable of the outer loop.

1: There is a loop within a loop in your code. Read the names of the two loop variables aloud.
   What does the name of the outer one hold when the inner loop has ended?
2: Both of your loops use the same name. The inner loop overwrites the number of the unit, and
   after it the name holds the number of the last input. So what comes afterwards, the bias or
   the slot, may belong to another unit. Print the name before and after the inner loop, then
   give one loop another name.
3: For each of two days three buses are counted. `for k in range(2):` and inside it `for k in
   range(3): total += bus[k]`, and then `print("day", k, total)` prints "day 2" both times,
   since k was left at 2 by the inner loop. With `for day in range(2):` outside and `for k in
   range(3):` inside it prints "day 0" and "day 1". Two loops that are open at the same time
   need two names.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = b[j]
        for j in range(len(a_in)):
            z = z + w[j] * a_in[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = 0
        for j in range(len(a_in)):
            z += w[j] * a_in[j]
        a_out[j] = g(z + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for i in range(units):
        z = 0
        for i in range(W.shape[0]):
            z += W[i, i] * a_in[i]
        a_out[i] = g(z + b[i])
    return a_out


# %% not if
import ast

from grader.diagnosis.facts import FunctionFacts


def exclude(facts: FunctionFacts) -> bool:
    """No name counts two loops."""
    names = [loop.target.name for loop in facts.of(ast.For, ast.comprehension)]
    return len(names) == len(set(names))
