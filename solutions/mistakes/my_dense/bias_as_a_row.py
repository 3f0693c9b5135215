"""b is a matrix with one row.

1: Print `b.shape`. How many numbers are in it, and how many indices does it take to pick one
   bias?
2: Here b is a plain vector: in the quick check its shape is (3,), one number for each of the
   three units. Your code treats it like a table with rows and columns, and Python finds no
   second direction. Look at the index, or the place in its shape, that you use with b.
3: The lengths of three hikes: `hikes = np.array([12, 7, 9])`, shape `(3,)`. One position is
   enough: `hikes[1]` is 7, and there are `len(hikes)` of them. `hikes[0, 1]` asks for row 0,
   column 1, as in a table `np.array([[12, 7, 9]])` of shape `(1, 3)`; note the double brackets.
   How many brackets does b show when you print it?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[0, j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[0, j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[0][j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[:, j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = b.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(b.shape[1])
    for j in range(b.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %% recognised by
import ast


def recognise(facts):
    usual = ("a_in", "W", "b", "g")
    if facts.parameters != usual and (len(facts.parameters) < 4 or {*facts.parameters} == {*usual}):
        return False  # the def line comes first
    b = facts.parameters[2]

    def is_b(node):
        return isinstance(node, ast.Name) and node.id == b

    def as_a_row(node):
        if not isinstance(node, ast.Subscript):
            return False
        if is_b(node.value):
            return isinstance(node.slice, ast.Tuple)
        if isinstance(node.value, ast.Subscript):
            return is_b(node.value.value) and not isinstance(node.value.slice, ast.Slice)
        shape = isinstance(node.value, ast.Attribute) and node.value.attr == "shape"
        return shape and is_b(node.value.value) and getattr(node.slice, "value", None) == 1

    rebound = any(
        isinstance(node, ast.Name) and node.id == b and not isinstance(node.ctx, ast.Load)
        for node in facts.nodes
    )
    stopped = bool({"IndexError", "TypeError"} & facts.raised)
    return stopped and not rebound and any(map(as_a_row, facts.nodes))
