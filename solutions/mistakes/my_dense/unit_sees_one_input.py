"""Unit j works with input j alone.

1: Count the arrows that go into one unit in the diagram. How many numbers of `a_in` does your
   code use for one unit?
2: Your code uses one number of `a_in` for a unit: the one at the unit's own position. But
   inputs and units are not pairs. Every unit weighs all the inputs. In the quick check there
   are three units and two inputs, so the third unit would find no input at all. Look at the
   index after `a_in`.
3: Three judges each give one verdict on a cake, from its taste and its looks. Judge 2 does not
   look at quality 2 alone. Each judge weighs both: the first says 0.8 * taste + 0.2 * looks,
   the second 0.5 * taste + 0.5 * looks, the third 0.1 * taste + 0.9 * looks. The judges differ
   in what they find important, not in what they see. Which part of your code says what a unit
   sees?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in[j]) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = w * a_in[j] + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in[j]) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(W[:, j] * a_in[j] + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.sum(W[:, j] * a_in[j]) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[j, j]
        z = w * a_in[j] + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[j, j], a_in[j]) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return g(np.diag(W) * a_in + b)


# %% recognised by
import ast


def recognise(facts):
    x, w, b = facts.parameters[:3]

    def picks(node, name, counter):
        index = getattr(node, "slice", None)
        return (
            isinstance(node, ast.Subscript)
            and isinstance(node.ctx, ast.Load)
            and getattr(node.value, "id", "") == name
            and getattr(index, "id", "") == counter
        )

    def by_unit(body, counter):
        nodes = [node for part in body for node in ast.walk(part)]
        again = any(
            isinstance(node, (ast.For, ast.comprehension))
            and getattr(node.target, "id", "") == counter
            for node in nodes
        )
        inputs = any(picks(node, x, counter) for node in nodes)
        return inputs and not again and any(picks(node, b, counter) for node in nodes)

    def diagonal(node):
        called = isinstance(node, ast.Call) and getattr(node.func, "attr", "")
        return called in ("diag", "diagonal") and getattr(node.args[0], "id", "") == w

    for node in facts.nodes:
        if isinstance(node, ast.For) and by_unit(node.body, getattr(node.target, "id", "")):
            return True
        if isinstance(node, ast.ListComp) and len(node.generators) == 1:
            counter = getattr(node.generators[0].target, "id", "")
            if by_unit([node.elt], counter):
                return True
        if diagonal(node):
            return True
    return False
