"""The outputs are of the same kind of numbers as the arguments.

1: Your function is right for most layers. Try it with whole numbers: inputs, weights and biases
   such as 1, 2 and -1. Then print the `.dtype` of your array of outputs. Where did it get that
   type?
2: Your array of outputs is made after the model of an argument and takes over its type. If that
   argument holds whole numbers, the array does, too, and a sigmoid of 0.73 is stored as 0.
   Outputs have decimals whatever comes in. Look at the line that makes the array.
3: `counts = np.array([2, 5])` holds whole numbers. `np.ones_like(counts)` copies length and
   type, so `half = np.ones_like(counts)` and `half[0] = 0.5` leave a 0 there.
   `np.ones(len(counts))` copies the length only and holds decimals: 0.5 stays 0.5. Which of the
   two should be the model for your outputs: length, or length and type?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros_like(b)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.empty_like(b)
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units, dtype=a_in.dtype)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = b.copy()
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros_like(W[0])
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.copy(b)
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = 0 * b
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %% recognised by
import ast

LIKE = {"zeros_like", "empty_like", "ones_like", "full_like", "copy"}


def recognise(facts):
    if facts.raised:
        return False
    w, b = facts.parameters[1:3]

    def plain(node):
        if isinstance(node, ast.Subscript):
            return getattr(node.value, "id", "") == w and isinstance(node.slice, ast.Constant)
        return isinstance(node, ast.Name) and node.id == b

    def modelled(node):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
            zero = [one for one in (node.left, node.right) if getattr(one, "value", None) == 0]
            return bool(zero) and (plain(node.left) or plain(node.right))
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            return False
        for word in node.keywords:
            if word.arg == "dtype":
                return isinstance(word.value, ast.Attribute) and word.value.attr == "dtype"
        if node.func.attr not in LIKE:
            return False
        return plain(node.args[0]) if node.args else plain(node.func.value)

    filled = {
        node.value.id
        for node in facts.nodes
        if isinstance(node, ast.Subscript)
        and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
    }
    return any(
        isinstance(node, ast.Assign)
        and modelled(node.value)
        and any(getattr(target, "id", "") in filled for target in node.targets)
        for node in facts.nodes
    )
