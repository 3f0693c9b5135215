"""The output is stored once, after the loop.

1: Only the last unit gets a value. Which of your lines run once for each unit, and which run
   once in all? Look at how far each of them is moved in.
2: The line that stores the output stands after the loop. It runs once, when the loop variable
   holds the last unit, so the results of the units before are lost. Print the loop variable in
   that line and count how often it is printed. Then decide what has to happen in every pass.
3: Three children are measured: `for k in range(3): height = measure(k)`. Then, not moved in,
   `table[k] = height`. The table shows one height, the last: the other two were measured and
   never written down. Moved in, below the measuring, the line writes down each height at once.
   Which of your lines writes down?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
    a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
    z = np.dot(w, a_in) + b[j]
    a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
    a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        z = 0
        for i in range(W.shape[0]):
            z += W[i, j] * a_in[i]
        a = g(z + b[j])
    a_out[j] = a
    return a_out


# %% recognised by
import ast


def stores(node):
    if isinstance(node, ast.Assign):
        return any(isinstance(target, ast.Subscript) for target in node.targets)
    call = node.value if isinstance(node, ast.Expr) else None
    return isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "append"


def recognise(facts):
    loops = [node for node in facts.tree.body if isinstance(node, ast.For)]
    inside = [node for loop in loops for node in ast.walk(loop)]
    after = [node for node in facts.tree.body if loops and node.lineno > loops[-1].lineno]
    names = {
        node.id
        for node in inside
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    late = [
        node
        for node in after
        if stores(node)
        and any(isinstance(one, ast.Name) and one.id in names for one in ast.walk(node))
    ]
    return bool(late) and not any(map(stores, inside)) and not facts.raised
