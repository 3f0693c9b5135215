"""The activation works on another name than the weighted sum.

1: What stands between the brackets of g in your code? Follow that name back: is it the result
   of the line with the weighted sum?
2: Your weighted sum is worked out, and then g gets something else: a weight, a bias, a position, an
   input or an empty slot. So the sum has no effect on the answer. Change one weight and see:
   nothing moves, or Python stops. Which name holds the number that the activation should work on?
3: A kitchen weighs flour, `grams = 2 * 250`, and then calls `bake(oven)` instead of
   `bake(grams)`. Whatever is weighed, the bread stays the same. Every result needs a reader:
   after each line of a program ask which later line uses the name it has made. If there is
   none, either the line is not needed or the wrong name stands further down. Ask that about the
   line with your sum.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(a_out[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(j)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(a_in)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(w)
    return a_out


# %% recognised by
import ast

from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    x, _, _, g = facts.first(4)
    if facts.raises("NameError", "UnboundLocalError"):
        return False
    names = facts.given - facts.read
    unread = [put for put in facts.assignments if put.target.name in names]
    products = [
        put
        for put in unread
        if x in put.value.names
        and any(part.factors or part.operator == "*" for part in put.value.parts)
    ]
    unread_sum = any(g not in put.value.names for put in products)
    puts = (*facts.assignments, *facts.changes)
    sums = {put.target.name for put in puts if x in put.value.names} - names - {x, ""}
    calls = [call for call in facts.calls(g) if call.function]
    # A call on the whole sum, written out once more, is right.
    whole = any(call.arg(0).is_a(ast.BinOp, ast.Call) for call in calls)
    whole = whole or any(call.arg(0).name in sums for call in calls)
    return unread_sum and any(len(call.args) == 1 for call in calls) and not whole
