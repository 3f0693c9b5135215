"""One column has to be a matrix before it can be multiplied.

1: Print the shape of both sides of the product for one unit: the weights and the input. NumPy
   multiplies plain vectors of shape `(n,)` with each other. Has one of your two shapes a second
   number in it?
2: One side of your product is a table with a single row or column, not a plain vector. Then the
   two shapes do not fit, or the sum comes out as an array with one number in brackets. A slot
   for a number does not take that. Find what adds the second dimension: a slice, a list used as
   an index, or a reshape. Pick with one position instead, or leave the reshape out.
3: Temperatures at noon and at midnight on three days: `t = np.array([[20, 9], [22, 8], [18,
   7]])`. `t[:, 1]` prints `[9 8 7]`, shape `(3,)`. `t[:, 1:2]` and `t[:, [1]]` hold the same
   numbers as a table of shape `(3, 1)`, with brackets around each. `np.dot([1, 1, 1], t[:, 1])`
   is 24, a number; with `t[:, [1]]` it is `[24]`, an array. Print your own shapes in the same
   way.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j:j+1]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, [j]]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j].reshape(-1, 1)
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j:j+1], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, [j]], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_in = a_in.reshape(1, -1)
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %% recognised by
import ast


def recognise(facts):
    x, w = facts.parameters[:2]
    nodes = list(facts.nodes)
    filled = {
        getattr(node.value, "id", "")
        for node in nodes
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)
    }

    def one_wide(node):
        if isinstance(node, ast.List):
            return len(node.elts) == 1
        ends = isinstance(node, ast.Slice) and node.lower is not None and node.upper is not None
        return ends and isinstance(node.upper, ast.BinOp) and isinstance(node.upper.op, ast.Add)

    def picked(node):
        index = node.slice if isinstance(node, ast.Subscript) else None
        parts = index.elts if isinstance(index, ast.Tuple) else []
        if getattr(getattr(node, "value", None), "id", "") == w:
            return len(parts) == 2 and one_wide(parts[1])
        new = [one for one in parts if getattr(one, "attr", "") == "newaxis"]
        return bool(new) and getattr(node.value, "id", "") not in filled

    def shaped(node):
        name = getattr(node.func, "attr", "") if isinstance(node, ast.Call) else ""
        if name in ("expand_dims", "atleast_2d"):
            return True
        own = name == "reshape" and getattr(node.func.value, "id", "") not in ("np", "numpy")
        thing = node.func.value if own else node.args[0] if name == "reshape" else None
        sizes = node.args if own else node.args[1:] if thing is not None else []
        if len(sizes) == 1 and isinstance(sizes[0], ast.Tuple):
            sizes = sizes[0].elts
        ones = [size for size in sizes if getattr(size, "value", 0) == 1]
        return len(sizes) == 2 and len(ones) == 1 and getattr(thing, "id", "") not in filled

    loops = any(isinstance(node, (ast.For, ast.While)) for node in nodes)
    found = any(picked(node) or shaped(node) for node in nodes)
    return loops and found and "ValueError" in facts.raised
