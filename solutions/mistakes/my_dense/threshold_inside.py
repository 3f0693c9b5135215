"""A unit decides between 0 and 1.

1: Should a unit hand on a decision, yes or no, or a number that says how strongly it reacts?
   Look at the outputs in the quick check.
2: Your outputs are only 0 or 1 (or False and True). In the quick check they should be 0.525,
   0.0998 and 0.9781. The step that turns a number into a decision is done after the last layer,
   by whoever uses the network. Find the comparison in your code, and ask what comes out without
   it.
3: A weather service says 55 % rain for town A and 95 % for town B. If it said "yes" to both,
   you could not tell that B is far surer, and could not choose a limit of your own, such as 80
   % before a wedding. `chance = [0.55, 0.95]` can be turned into a decision at any time, `[1,
   1]` cannot be turned back. What should your layer pass on?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = 1 if g(z) >= 0.5 else 0
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j]) >= 0.5
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return (a_out >= 0.5).astype(int)


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    a_out = np.where(g(z) >= 0.5, 1, 0)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = 1 if z >= 0 else 0
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        if g(z) > 0.5:
            a_out[j] = 1
        else:
            a_out[j] = 0
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    a_out = g(z) >= 0.5
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        if g(z) >= 0.5:
            a_out.append(1)
        else:
            a_out.append(0)
    return np.array(a_out)


# %% recognised by
import ast


def recognise(facts):
    picking = {
        name.id
        for node in facts.nodes
        if isinstance(node, ast.Subscript)
        for name in ast.walk(node.slice)
        if isinstance(name, ast.Name)
    }

    def bit(node):
        return isinstance(node, ast.Constant) and node.value in (0, 1)

    def decides(node):
        return isinstance(node, ast.Compare) and isinstance(
            node.ops[0], (ast.Gt, ast.GtE, ast.Lt, ast.LtE)
        )

    def decision(node):
        if isinstance(node, ast.IfExp):
            return decides(node.test) and bit(node.body) and bit(node.orelse)
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name == "where" and len(node.args) == 3:
                return decides(node.args[0]) and bit(node.args[1]) and bit(node.args[2])
            if name == "astype":
                return decides(node.func.value)
            if name in ("int", "float", "array", "append"):
                return bool(node.args) and decides(node.args[0])
        if isinstance(node, ast.If):
            ends = [*node.body, *node.orelse]
            bits = [one for one in ends if isinstance(one, ast.Assign) and bit(one.value)]
            calls = [one.value for one in ends if isinstance(one, ast.Expr)]
            bits += [one for one in calls if any(map(bit, getattr(one, "args", [])))]
            return decides(node.test) and len(bits) == len(ends) == 2
        if isinstance(node, ast.Assign):  # a choice of places is no output
            return decides(node.value) and getattr(node.targets[0], "id", "") not in picking
        if isinstance(node, ast.Return):
            return decides(node.value)
        return isinstance(node, ast.ListComp) and decides(node.elt)

    return not facts.raised and any(map(decision, facts.nodes))
