"""The input is a matrix with one row.

1: Print `a_in.shape`. How many directions does it have? Compare that with the way your code
   reads from it.
2: Here `a_in` is a plain vector: in the quick check its shape is (2,), two numbers and one
   direction. Your code treats it like a table of examples, so Python finds no second direction,
   or picks one number where all of them are meant. Look at the index, or the place in its
   shape, that you use with `a_in`.
3: Steps on one day, hour by hour: `day = np.array([900, 400, 0])`. `day[0]` is 900, the first
   hour, not "the first day". In a table with a row for each day, `week[0]` would be a whole
   day. Before picking from an array, ask whether it holds one thing or many: `day.ndim` is 1,
   `week.ndim` is 2. How many examples does your layer get?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in[0]) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(a_in[0], W[:, j]) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(len(a_in)):
            z += W[i, j] * a_in[0, i]
        a_out[j] = g(z + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(a_in.shape[1]):
            z += W[i, j] * a_in[i]
        a_out[j] = g(z + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(len(a_in)):
            z += W[i, j] * a_in[0][i]
        a_out[j] = g(z + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in[0, :]) + b[j]
        a_out[j] = g(z)
    return a_out


# %% recognised by
import ast


def recognise(facts):
    usual = ("a_in", "W", "b", "g")
    if facts.parameters != usual and (len(facts.parameters) < 4 or {*facts.parameters} == {*usual}):
        return False  # the def line comes first
    x = facts.parameters[0]

    def is_input(node):
        return isinstance(node, ast.Name) and node.id == x

    def new_axis(node):
        return getattr(node, "attr", "") == "newaxis" or getattr(node, "value", 0) is None

    def place(node):
        return getattr(getattr(node, "slice", None), "value", None)

    def as_a_row(node):
        if isinstance(node, ast.Call):
            product = getattr(node.func, "attr", "") in ("dot", "matmul", "inner")
            picked = [one for one in node.args if isinstance(one, ast.Subscript)]
            return product and any(is_input(one.value) and place(one) == 0 for one in picked)
        if not isinstance(node, ast.Subscript):
            return False
        if is_input(node.value):
            parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else []
            return bool(parts) and not any(map(new_axis, parts))
        if isinstance(node.value, ast.Subscript):
            return is_input(node.value.value) and place(node.value) == 0
        shape = isinstance(node.value, ast.Attribute) and node.value.attr == "shape"
        return shape and is_input(node.value.value) and place(node) == 1

    rebound = any(
        isinstance(node, ast.Name) and node.id == x and not isinstance(node.ctx, ast.Load)
        for node in facts.nodes
    )
    stopped = bool({"IndexError", "TypeError", "ValueError"} & facts.raised)
    return stopped and not rebound and any(map(as_a_row, facts.nodes))
