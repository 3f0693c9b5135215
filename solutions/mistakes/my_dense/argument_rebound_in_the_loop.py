"""A name that is used again in the loop still means the argument in the next pass.

1: Which of the names in the `def` line gets a new value inside your loop? What does it hold in
   the second pass?
2: The first pass may work, the next one cannot. In the first pass your code puts something
   smaller in the place of an argument: one column, one bias, one number. In the second pass it
   needs the argument as it was, and that is gone. Give the part a name of its own.
3: A cake for three guests: `for guest in range(3): cake = cake[guest]`. In the first pass
   `cake` becomes one slice, and in the second pass Python looks for a slice of that slice. With
   `slice_ = cake[guest]` the cake stays whole, and each guest gets a slice of it. Which name in
   your loop is the cake?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        W = W[:, j]
        z = np.dot(W, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        b = b[j]
        z = np.dot(w, a_in) + b
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        g = g(z)
        a_out[j] = g
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_in = g(z)
        a_out[j] = a_in
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        W = W[:, j]
        for i in range(len(a_in)):
            z += W[i] * a_in[i]
        a_out[j] = g(z + b[j])
    return a_out


# %% recognised by
import ast

from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    def picks(value: Part, name: str) -> bool:
        """A part of the argument, its own result, or the result of the activation."""
        part_of_it = bool(value.index) and name in value.names
        return part_of_it or value.function in facts.parameters

    return facts.raises("TypeError", "IndexError", "ValueError") and any(
        target.name in facts.parameters and picks(part.value, target.name)
        for loop in facts.for_loops
        for part in loop.repeated
        if part.is_a(ast.Assign)
        for target in part.targets
    )
