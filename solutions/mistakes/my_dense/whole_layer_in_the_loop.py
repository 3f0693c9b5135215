"""The whole of W goes into the weighted sum of one unit.

1: Your product stands inside the loop, so it is about one unit. How many weights does one unit
   have? Compare that with how much of W goes into the product.
2: In the quick check there are three units with two weights each. Inside the loop, all six
   weights go into your product, in every pass. That is a whole layer where one unit, and one
   number, is meant. First take out of W what belongs to the unit of this pass, and give it a
   name. Print its shape: it should be the shape of `a_in`.
3: A basket of amounts and a table of `prices`, a row for each product and a column for each
   shop. `basket @ prices` gives the totals of both shops at once, such as `[12, 15]`. Inside a
   loop over the shops that is too much: the note for shop s has room for one total. `basket @
   prices[:, s]` is 12 in the first pass and 15 in the second. What in your line plays the part
   of one shop's prices?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(a_in, W) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = np.dot(a_in, W) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(W, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = np.matmul(a_in, W) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(a_in, W) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(a_in @ W + b)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W) + b[j]
        a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.matmul(a_in, W) + b[j]) for j in range(W.shape[1])])


# %% recognised by
import ast


def recognise(facts):
    w = facts.parameters[1]
    loops = (ast.For, ast.While, ast.ListComp)
    kept = set()
    for node in facts.nodes:
        for child in ast.iter_child_nodes(node):
            # a part of the product, or its sum, is another matter
            if isinstance(node, ast.Subscript) or getattr(node, "attr", "") in ("sum", "T"):
                kept |= {id(inner) for inner in ast.walk(child)}
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "sum":
                kept |= {id(inner) for inner in ast.walk(child)}
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "sum":
                kept |= {id(inner) for inner in ast.walk(child)}

    def is_w(node):
        return isinstance(node, ast.Name) and node.id == w

    def product(node):
        if id(node) in kept:
            return False
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
            return is_w(node.left) or is_w(node.right)
        called = isinstance(node, ast.Call) and getattr(node.func, "attr", "")
        return called in ("dot", "matmul", "inner") and any(map(is_w, node.args))

    indexed = {
        getattr(node.value, "id", "")
        for node in facts.nodes
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load)
    } - {""}
    for node in facts.nodes:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in indexed:
            kept |= {id(inner) for inner in ast.walk(node.value)}
    inside = any(
        product(node)
        for loop in facts.nodes
        if isinstance(loop, loops)
        for part in (loop.body if isinstance(loop, (ast.For, ast.While)) else [loop.elt])
        for node in ast.walk(part)
    )
    collected = any(
        isinstance(node, ast.ListComp) or getattr(node, "attr", "") == "append"
        for node in facts.nodes
    )
    rebound = any(
        isinstance(node, ast.Name) and node.id == w and isinstance(node.ctx, ast.Store)
        for node in facts.nodes
    )
    return inside and not rebound and ("ValueError" in facts.raised or collected)
