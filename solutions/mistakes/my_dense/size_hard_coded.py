"""A layer always has as many units as in the example.

1: Call your function with a layer of two units, then with one of five. How many numbers come
   back each time? Look for numbers in your code that count units.
2: Your code holds a fixed number of units, so it can fit layers of one size. For others there
   is an output too many or too few, or an index out of bounds. In this network the layers have
   25, 15 and 1 units, and one function has to do for all of them. Which argument knows how many
   units its layer has?
3: A program prints name tags: `for k in range(12): print(guests[k])`. It was right for a party
   of 12. With 9 guests it stops with an error, with 20 it leaves out 8. `range(len(guests))`
   asks the list itself how long it is. Go through your code and ask of each number: where did I
   get it from, and who could tell me for any layer?
"""

# %%
def my_dense(a_in, W, b, g):
    units = 3
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = 25
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(3)
    for j in range(3):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(3)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(3):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(3)
    a_out[0] = g(np.dot(W[:, 0], a_in) + b[0])
    a_out[1] = g(np.dot(W[:, 1], a_in) + b[1])
    a_out[2] = g(np.dot(W[:, 2], a_in) + b[2])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(a_in, W[:, j]) + b[j]) for j in range(3)])


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(25)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out[:units]


# %% recognised by
import ast


def recognise(facts):
    x, w, b = facts.parameters[:3]
    nodes = list(facts.nodes)

    def number(node):
        value = getattr(node, "value", None)
        return isinstance(node, ast.Constant) and type(value) is int and value > 1

    fixed = {
        node.targets[0].id
        for node in nodes
        if isinstance(node, ast.Assign)
        and number(node.value)
        and isinstance(node.targets[0], ast.Name)
    }

    def size(node):
        return number(node) or getattr(node, "id", "") in fixed

    def array(node):
        called = isinstance(node, ast.Call) and getattr(node.func, "attr", "")
        makes = called in ("zeros", "empty", "ones", "full")
        return makes and bool(node.args) and size(node.args[0])

    def of_a_unit(node, counter):
        if not isinstance(node, ast.Subscript):
            return False
        index, name = node.slice, getattr(node.value, "id", "")
        if name == w and isinstance(index, ast.Tuple):
            index = index.elts[-1]
        return name in (w, b) and getattr(index, "id", "") == counter

    def loop(node):
        if not isinstance(node, (ast.For, ast.ListComp)):
            return False
        head = node.generators[0] if isinstance(node, ast.ListComp) else node
        called = isinstance(head.iter, ast.Call) and getattr(head.iter.func, "id", "") == "range"
        if not called or not size(head.iter.args[-1]):
            return False
        counter = getattr(head.target, "id", "")
        return any(of_a_unit(one, counter) for one in ast.walk(node))

    begun = any(isinstance(node, ast.Name) and node.id == x for node in nodes)
    return begun and any(array(node) or loop(node) for node in nodes)
