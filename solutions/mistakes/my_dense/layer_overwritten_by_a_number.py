"""Assigning to the array's name fills its next slot.

1: Print what your outputs are collected in, and its type, before the loop and after its first
   pass. Is it still the same thing?
2: Your function gives back one number, the output of the last unit. The line in the loop puts
   the output in the place of the whole array or list, so the name stands for that output alone
   from then on. Every unit's output needs a place of its own. Which place is meant in this pass,
   and how do you say so?
3: A box with three drawers: `box = [0, 0, 0]`. `box = 7` throws the box away and leaves a 7.
   `box[1] = 7` opens drawer 1 and puts the 7 there: `[0, 7, 0]`. In a loop over the drawers,
   the number in brackets has to be the number of the drawer. Does your line name a drawer?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(len(a_in)):
            z += W[i, j] * a_in[i]
        a_out = g(z + b[j])
    return a_out


# %% recognised by
import ast

from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    _, w, b, g = facts.first(4)
    inside = {part for loop in facts.loops for part in loop.repeated}
    kinds = (ast.Call, ast.List, ast.BinOp)
    puts = [put for put in facts.assignments if put.target.name in facts.returned]
    containers = {put.target.name for put in puts if put.value.is_a(*kinds) and put not in inside}
    picked = {pick.value for pick in facts.picks}
    whole = any(part.name in (w, b) and part not in picked for part in inside)
    overwritten = any(
        put in inside and put.target.name in containers and value.function == g
        for put in puts
        for value in (put.value, *put.value.elements)
    )
    return overwritten and not whole and not facts.raised
