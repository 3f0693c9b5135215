"""A unit is taken to put out a decision, 0 or 1.

1: Should a unit pass on a decision, or a number? What does your last step make of 0.51 and of 0.99?
2: Your layer gives back a yes or a no. With a linear activation a unit may well put out 3.8, and
with a sigmoid 0.7. Look at the docstring: does it speak of activations or of decisions? Which step
of yours is not in it?
3: Three friends guess the age of a tree: 48, 52 and 95 years. If each may say no more than "over
50" or "not over 50", the next one hears no, yes, yes, and cannot tell 52 from 95. If they pass on
the numbers, the mean is 65. What is rounded on the way is lost for all who come after.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = (g(Z) >= 0.5).astype(int)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return np.where(A_out >= 0.5, 1, 0)

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z) > 0.5
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    return np.round(g(np.matmul(A_in, W) + b))


# %% or recognised by
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
