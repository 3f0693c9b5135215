"""The array of outputs is made anew for each unit.

1: Only the last unit gets a value. Print your array of outputs at the end of each pass of the
   loop. What has happened to the value from the pass before?
2: The line that makes the empty array or list stands inside the loop. So in each pass a new one
   takes the place of the old one, and what was stored there is lost. Which line has to run
   once, before all the passes, and which three times in the quick check?
3: Three guests write into a guest book. `book = []` and then `for guest in guests:
   book.append(guest)` ends with three names. With `book = []` inside the loop, each guest gets
   a new empty book and writes one name; at the end there is one book with one name, the last.
   Which of your lines is the new book, and how often do you want one?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    for j in range(units):
        a_out = np.zeros(units)
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    for j in range(W.shape[1]):
        a_out = np.zeros(W.shape[1])
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    for j in range(W.shape[1]):
        a_out = []
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    for j in range(units):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out = np.zeros(units)
        a_out[j] = g(z)
    return a_out


# %% recognised by
import ast

EMPTY = {"zeros", "empty", "ones", "list", "array", "zeros_like", "empty_like"}


def empty(node):
    if isinstance(node, ast.List):
        return not node.elts
    if not isinstance(node, ast.Call):
        return False
    return getattr(node.func, "attr", getattr(node.func, "id", "")) in EMPTY


def recognise(facts):
    returned = {
        name.id
        for node in facts.nodes
        if isinstance(node, ast.Return) and node.value
        for name in ast.walk(node.value)
        if isinstance(name, ast.Name)
    }
    for loop in facts.tree.body:
        if not isinstance(loop, (ast.For, ast.While)):
            continue
        made = {
            target.id
            for node in loop.body
            if isinstance(node, ast.Assign) and empty(node.value)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        filled = {
            node.value.id
            for node in ast.walk(loop)
            if isinstance(node, (ast.Subscript, ast.Attribute))
            and isinstance(node.value, ast.Name)
            and (isinstance(node.ctx, ast.Store) or getattr(node, "attr", "") == "append")
        }
        if made & filled & returned:
            return True
    return False
