"""The activation works on another name than the weighted sum.

1: What stands between the brackets of g in your code? Follow that name back: is it the result
   of the line with the weighted sum?
2: Your weighted sum is worked out, and then g gets something else: a bias, a position, an input
   or an empty slot. So the sum has no effect on the answer. Change one weight and see: nothing
   moves, or Python stops. Which name holds the number that the activation should work on?
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


def recognise(facts):
    x, g = facts.parameters[0], facts.parameters[3]
    if {"NameError", "UnboundLocalError"} & facts.raised:
        return False
    nodes = list(facts.nodes)
    read = {
        node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }

    def names(node):
        return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}

    unread_sum = any(
        isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id not in read
        and x in names(node.value)
        and g not in names(node.value)
        for node in nodes
    )
    called = any(
        isinstance(node, ast.Call) and getattr(node.func, "id", "") == g and len(node.args) == 1
        for node in nodes
    )
    # a call on the whole sum, written out once more, is right
    whole = any(
        isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == g
        and node.args
        and isinstance(node.args[0], (ast.BinOp, ast.Call))
        for node in nodes
    )
    return unread_sum and called and not whole
