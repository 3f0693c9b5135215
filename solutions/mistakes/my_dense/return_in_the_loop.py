"""`return` belongs to the last line of the loop.

1: How many units does your function get to? Look at the line with `return`: how far is it moved
   in, and when is it reached for the first time?
2: Your function works out unit 0 and then stops, because the `return` stands inside the loop
   and ends the function in the very first pass. The other units never get their turn. Look at
   the start of each line: which of them should run once for each unit, and which once at the
   very end?
3: A postman has letters for three houses: `for house in range(3): deliver(house)`. Then
   `go_home()`. Moved in under the `for`, going home is part of each round: one house gets its
   letter and the round is over. On the left, below the `for`, it comes after all three. In
   Python the space at the start of a line decides. Where should your function go home?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
        return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
        return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out.append(g(z))
        return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    for j in range(W.shape[1]):
        return g(np.dot(W[:, j], a_in) + b[j])


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(len(a_in)):
            z += W[i, j] * a_in[i]
        a_out[j] = g(z + b[j])
        return a_out


# %% recognised by
import ast

from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    loops = [part for part in facts.own_parts if part.is_a(ast.For, ast.While)]
    return any(statement.is_a(ast.Return) for loop in loops for statement in loop.body)
