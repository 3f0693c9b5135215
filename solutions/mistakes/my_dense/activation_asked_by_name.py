"""The activation is a name to compare, not a function to call.

1: What is g in the call `my_dense(x_small, W_small, b_small, sigmoid)`: a word or a function?
   Print `type(g)` inside your function.
2: Your code compares g with something in order to choose an activation. But g may be any
   function, also one that your code has never heard of, such as `lambda z: z`. No list of cases
   can cover them all. You need not know which function it is in order to use it. What can one
   do with a function, besides comparing it?
3: A function that makes a table of results: `def table(numbers, f): return [f(n) for n in
   numbers]`. It does not ask `if f == abs` or `if f == "abs"`; it calls f, whatever it is. So
   `table([-3], abs)` is `[3]`, and `table([-3], lambda n: n * n)` is `[9]`, though nobody had
   thought of squares. Which lines of yours become unnecessary that way?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        if g == "sigmoid":
            a_out[j] = 1 / (1 + np.exp(-z))
        else:
            a_out[j] = z
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        if g == sigmoid:
            a_out[j] = sigmoid(z)
        else:
            a_out[j] = z
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        if g == "sigmoid":
            a_out[j] = sigmoid(z)
        elif g == "relu":
            a_out[j] = max(0, z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        if g.__name__ == "relu":
            a_out[j] = max(0, z)
        else:
            a_out[j] = sigmoid(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = sigmoid(z) if g is sigmoid else np.maximum(0, z)
    return a_out


# %% recognised by
import ast

from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    g = facts.first(4)[3]
    names = {  # of what tells which function it is: getattr(g, "__name__"), str(g)
        put.target.name
        for put in facts.assignments
        if g in put.value.names and g not in {part.function for part in put.value.parts}
    } - {""}

    def is_g(part: Part) -> bool:
        asked = part.owner.name if part.attribute == "__name__" else ""
        return g in (part.name, asked) or part.name in names

    checks = [check for check in facts.of(ast.Assert, ast.If) if check.stops]
    checked = {part for check in checks for part in check.test.parts}
    return any(
        any(map(is_g, comparison.operands))
        and comparison not in checked
        and not any(part.is_none for part in comparison.operands)
        for comparison in facts.comparisons
    )
