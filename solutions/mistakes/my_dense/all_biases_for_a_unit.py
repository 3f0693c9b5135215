"""Every unit adds the whole of b.

1: How many biases does one unit have? Print the shape of what you add to the weighted sum of
   one unit.
2: b holds one bias for each unit of the layer: three in the quick check. Your sum for one unit
   adds all of b to one number. That makes three numbers, and they do not fit where one is
   meant. Look at what follows the plus sign: which part of b belongs to the unit of this pass?
3: Three friends pay for their own meals and for their own drinks: `drinks = np.array([2, 3,
   1])`. The bill of friend k with a meal of 8: `8 + drinks` is `[10, 11, 9]`, three bills for
   one person. `8 + drinks[k]` is 10 for k = 0, one bill. Inside the loop over the friends, one
   person is meant in each pass. Which name in your line still stands for everybody?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b
        a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(a_in, W[:, j]) + b) for j in range(W.shape[1])])


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.sum(w * a_in) + b
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(len(a_in)):
            z += W[i, j] * a_in[i]
        a_out[j] = g(z + b)
    return a_out


# %% recognised by
import ast


def recognise(facts):
    w, b = facts.parameters[1:3]
    loops = (ast.For, ast.While, ast.ListComp)
    bodies = [
        part
        for loop in facts.nodes
        if isinstance(loop, loops)
        for part in (loop.body if isinstance(loop, (ast.For, ast.While)) else [loop.elt])
    ]
    inside = [node for body in bodies for node in ast.walk(body)]
    picked = {
        id(part)
        for node in facts.nodes
        if isinstance(node, (ast.Subscript, ast.Attribute, ast.Call))
        for part in [getattr(node, "value", None), *getattr(node, "args", [])]
    }

    def bare(node, name):
        return isinstance(node, ast.Name) and node.id == name and id(node) not in picked

    whole_w = any(
        isinstance(node, ast.Call)
        and getattr(node.func, "attr", "") in ("dot", "matmul", "inner")
        and any(isinstance(one, ast.Name) and one.id == w for one in node.args)
        or isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.MatMult)
        and any(isinstance(one, ast.Name) and one.id == w for one in (node.left, node.right))
        for node in facts.nodes
    )
    added = any(
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Add)
        and (bare(node.left, b) or bare(node.right, b))
        or isinstance(node, ast.AugAssign)
        and isinstance(node.op, ast.Add)
        and bare(node.value, b)
        for node in inside
    )
    rebound = any(
        isinstance(node, ast.Name) and node.id == b and not isinstance(node.ctx, ast.Load)
        for node in facts.nodes
    )
    collected = any(
        isinstance(node, ast.ListComp) or getattr(node, "attr", "") == "append"
        for node in facts.nodes
    )
    return added and not whole_w and not rebound and ("ValueError" in facts.raised or collected)
