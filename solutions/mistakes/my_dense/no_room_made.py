"""A place can be filled before there is room for it.

1: Look at the line that makes your container for the outputs. How many places does it have? How
   many do you fill later?
2: Your code writes to a place that does not exist: the container is empty, or is no container
   at all. Writing to a position needs a position that is there. Either make room for all units
   at the start, or begin with an empty list and let it grow. What do you know before the loop
   about how many numbers will come?
3: A theatre with no seats: `seats = []`, and `seats[0] = "Ann"` fails, "index out of range".
   `seats = None` is worse: nothing to sit on. Either put up the seats first, `seats = ["free"]
   * 50`, and then `seats[0] = "Ann"`; or let everybody bring a chair: `seats = []`,
   `seats.append("Ann")`. Which way fits the rest of your code?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = []
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.array([])
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = None
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = 0
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.empty(0)
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.array(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %% recognised by
import ast


def empty(node):
    if isinstance(node, (ast.List, ast.Tuple)):
        return not node.elts
    if isinstance(node, ast.Constant):
        return True
    if not isinstance(node, ast.Call):
        return False
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if name in ("list", "tuple"):
        return not node.args
    if name == "array":
        return bool(node.args) and (empty(node.args[0]) or isinstance(node.args[0], ast.Name))
    if name in ("zeros", "empty", "ones"):
        return bool(node.args) and getattr(node.args[0], "value", None) == 0
    return False


def recognise(facts):
    if not {"IndexError", "TypeError"} & facts.raised:
        return False
    made = {}
    for node in facts.nodes:
        for target in getattr(node, "targets", []):
            if isinstance(target, ast.Name):
                made.setdefault(target.id, []).append(empty(node.value))
    filled = {
        node.value.id
        for node in facts.nodes
        if isinstance(node, ast.Subscript)
        and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
    }
    return any(all(made.get(name, [False])) for name in filled)
