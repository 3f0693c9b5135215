"""The name from the last pass of the loop stands for all passes.

1: Look at the name, or the element, after `return`. How many numbers does it hold? How many
   should come back?
2: One number comes back: what the last pass of the loop has left behind. In the quick check
   three numbers should come back, one for each unit. Look at what you have collected in the
   loop, and return all of it.
3: A class of 24 takes a test: `for k in range(24): points[k] = mark(k)`. `return points[k]`
   hands back one mark, that of the last pupil, since k is 23 after the loop. `return points`
   hands back all 24 of them. In your last line, which of the two stands there?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out[j]


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return z


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out[j]


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out[-1]


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a = g(z)
        a_out[j] = a
    return a


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return g(z)


# %% recognised by
import ast


def recognise(facts):
    nodes = list(facts.nodes)
    loops = [node for node in nodes if isinstance(node, ast.For)]
    counters = {getattr(loop.target, "id", "") for loop in loops}
    inside = {id(node) for loop in loops for part in loop.body for node in ast.walk(part)}
    early, late, filled = set(facts.parameters), set(), set()
    for node in nodes:
        name = node.id if isinstance(node, ast.Name) else ""
        if name and isinstance(node.ctx, ast.Store):
            (late if id(node) in inside else early).add(name)
        made = getattr(node, "value", None) if isinstance(node, ast.Assign) else None
        if isinstance(made, ast.List) and not made.elts or "zeros" in getattr(
            getattr(made, "func", None), "attr", ""
        ):  # an array that is made anew in each pass is another matter
            filled |= {getattr(target, "id", "") for target in node.targets}
        kept = isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)
        if kept or getattr(node, "attr", "") in ("append", "insert", "extend"):
            filled.add(getattr(node.value, "id", ""))

    def last(node):
        if id(node) in inside or not isinstance(node, ast.Return):
            return False
        value = node.value
        if isinstance(value, ast.Call) and getattr(value.func, "id", "") == facts.parameters[3]:
            value = value.args[0] if value.args else value
        if isinstance(value, ast.Subscript):
            index = value.slice
            minus = isinstance(index, ast.UnaryOp) and getattr(index.operand, "value", 0) == 1
            return minus or getattr(index, "id", "") in counters
        name = getattr(value, "id", "")
        columns = any(
            isinstance(one, ast.Assign)
            and getattr(one.targets[0], "id", "") == name
            and isinstance(one.value, ast.Subscript)
            for one in nodes
        )
        return name in late - early - filled and not columns

    return not facts.raised and any(map(last, nodes))
