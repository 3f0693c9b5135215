"""A recipe for the outputs is as good as the outputs.

1: Print what your function returns. Do you see numbers?
2: What comes back is no array or list: it is an object that would work out the numbers later,
   one by one, when somebody asks for them. The next layer needs the numbers at once. Collect
   them all before you hand them back. Look for `yield`, `map`, or round brackets around a loop
   in one line.
3: `(n * n for n in [1, 2, 3])` with round brackets is a promise: it prints as `<generator
   object ...>`. `[n * n for n in [1, 2, 3]]` with square brackets is `[1, 4, 9]`. `map(str, [1,
   2])` is a promise, too; `list(map(str, [1, 2]))` keeps it. Which of your lines makes a
   promise, and what would keep it?
"""

# %%
def my_dense(a_in, W, b, g):
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        yield g(z)


# %%
def my_dense(a_in, W, b, g):
    return (g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1]))


# %%
def my_dense(a_in, W, b, g):
    return map(lambda j: g(np.dot(W[:, j], a_in) + b[j]), range(W.shape[1]))


# %%
def my_dense(a_in, W, b, g):
    return np.array(g(np.dot(w, a_in) + bias) for w, bias in zip(W.T, b))


# %% recognised by
import ast


def recognise(facts):
    def promise(node):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("array", "asarray"):
            node = node.args[0] if node.args else node
        called = isinstance(node, ast.Call) and getattr(node.func, "id", "")
        return isinstance(node, ast.GeneratorExp) or called in ("map", "filter", "zip", "reversed")

    helpers = {
        id(inner)
        for node in facts.nodes
        if isinstance(node, (ast.FunctionDef, ast.Lambda)) and node is not facts.tree
        for inner in ast.walk(node)
    }
    return any(
        isinstance(node, (ast.Yield, ast.YieldFrom))
        or isinstance(node, ast.Return)
        and promise(node.value)
        for node in facts.nodes
        if id(node) not in helpers
    )
