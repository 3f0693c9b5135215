"""`*` between two vectors gives their weighted sum.

1: Make two small NumPy vectors of two numbers each, and print what `*` makes of them. How many
   numbers are that? How many should the weighted sum of one unit be?
2: `*` multiplies number by number and keeps them all. With two inputs there are two products,
   and nothing in your code adds them up. The sum of one unit has to be a single number. Print
   the shape of your sum, then add the step that makes one number out of the products.
3: You buy 2 pens at 3 and 4 books at 5. `amounts = np.array([2, 4])` and `price = np.array([3,
   5])`: `amounts * price` is `[6, 20]`, one number for each thing. The till shows 26. That
   takes both steps, multiply and then add up: `sum(amounts * price)`. NumPy also has one
   function that does both at once for two vectors. Which of the two steps is missing in your
   code?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = w * a_in + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = a_in * w + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.multiply(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(W[:, j] * a_in + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = a_in * W[:, j] + b[j]
        a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(W[:, j] * a_in + b[j]) for j in range(W.shape[1])])


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = w.T * a_in + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = a_in * W + b
    a_out = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return g(W * a_in + b)


# %% recognised by
import ast

HARMLESS = {"zeros", "empty", "array", "range", "len", "append", "multiply", "enumerate", "zip"}
HARMLESS |= {"print", "asarray", "float", "list", "transpose", "zeros_like"}


def recognise(facts):
    x, g = facts.parameters[0], facts.parameters[3]
    nodes = list(facts.nodes)

    def is_input(node):
        if isinstance(node, ast.Attribute) and node.attr == "T":
            node = node.value
        return isinstance(node, ast.Name) and node.id == x

    called = {
        getattr(node.func, "attr", getattr(node.func, "id", ""))
        for node in nodes
        if isinstance(node, ast.Call)
    }
    adds_up = any(
        isinstance(node, (ast.AugAssign, ast.Lambda, ast.MatMult, ast.While)) for node in nodes
    ) or not called <= HARMLESS | {g}
    loops = [node for node in nodes if isinstance(node, ast.For)]
    within = [inner for loop in loops for part in loop.body for inner in ast.walk(part)]
    adds_up = adds_up or any(isinstance(inner, ast.For) for inner in within)
    starred = any(
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Mult)
        and (is_input(node.left) or is_input(node.right))
        and not (isinstance(node.left, ast.Constant) or isinstance(node.right, ast.Constant))
        for node in nodes
    ) or any(
        isinstance(node, ast.Call)
        and getattr(node.func, "attr", "") == "multiply"
        and any(map(is_input, node.args))
        for node in nodes
    )
    return starred and not adds_up
