"""Naming a function is calling it.

1: Look at the line where the output of a unit is stored. Print what you store there. Is it a
   number?
2: Your code stores g itself: the function, not a result. To get a number out of a function one
   has to call it, and tell it what to work on. Which number of yours should it work on, and
   what is needed after its name?
3: `len` is a function; `print(len)` shows `<built-in function len>`. `len("tea")` calls it, and
   that is 3. The brackets make it run, and what is between them is what it works on. A list
   `[len, len]` holds two functions; `[len("tea"), len("milk")]` holds 3 and 4. Which of the two
   lists does your code make?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out.append(g)
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a = g
        a_out[j] = a
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return np.array([g for j in range(W.shape[1])])


# %% recognised by
import ast


def recognise(facts):
    g = facts.parameters[3]

    def is_g(node):
        return isinstance(node, ast.Name) and node.id == g

    stored = any(
        isinstance(node, ast.Assign)
        and is_g(node.value)
        or isinstance(node, ast.Return)
        and is_g(node.value)
        or isinstance(node, ast.ListComp)
        and is_g(node.elt)
        or isinstance(node, ast.Call)
        and getattr(node.func, "attr", "") == "append"
        and any(map(is_g, node.args))
        for node in facts.nodes
    )
    used = any(
        isinstance(node, ast.Call) and (is_g(node.func) or isinstance(node.func, ast.Name)
        and node.func.id not in ("range", "len", "print", "enumerate", "zip"))
        for node in facts.nodes
    )
    return stored and not used
