"""W has the shape (units, inputs), as in other courses: a unit is a row.

Also: row_for_a_unit + units_from_rows

1: Some courses and books keep a unit's weights in a row, others in a column. Read the line on W
   in the docstring of the exercise. Which of the two is it here? Check both: how you count the
   units, and how you pick the weights of one.
2: Your code treats the rows of W as the units. In the quick check W has two rows and three
   columns, and three numbers have to come out. So a unit is a column. Two things hang on that:
   the number of units, and where a unit's weights are. Write both down for the quick check,
   then change both.
3: Two clubs keep lists of points. In one a row is a player, in the other a column is: `points =
   np.array([[3, 7, 1], [4, 0, 2]])`, two games and three players. In the second club there are
   `points.shape[1]` players, and all points of the last are `points[:, 2]`, so 1 and 2. Code
   from the first club would find two players with three games. Check which kind of list W is.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[0]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = len(W)
    a_out = np.zeros(units)
    for j in range(units):
        w = W[j, :]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[0])
    for j in range(W.shape[0]):
        a_out[j] = g(np.dot(W[j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(a_in, W[j, :]) + b[j]) for j in range(W.shape[0])])


# %%
def my_dense(a_in, W, b, g):
    W = W.T
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %% recognised by
import ast


def recognise(facts):
    w = facts.parameters[1]

    def is_w(node):
        return isinstance(node, ast.Name) and node.id == w

    rows, columns, counted, counted_right, turned = False, False, False, False, False
    for node in facts.nodes:
        if isinstance(node, ast.Subscript) and is_w(node.value):
            index = node.slice
            parts = index.elts if isinstance(index, ast.Tuple) else [index, None]
            if len(parts) == 2 and isinstance(parts[0], ast.Name):
                rows |= parts[1] is None or isinstance(parts[1], ast.Slice)
            if len(parts) == 2 and isinstance(parts[0], ast.Slice):
                columns |= isinstance(parts[1], ast.Name)
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute):
            if node.value.attr == "shape" and is_w(node.value.value):
                place = getattr(node.slice, "value", None)
                counted |= place == 0
                counted_right |= place == 1
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "len":
            counted |= bool(node.args) and is_w(node.args[0])
        if isinstance(node, ast.Assign) and is_w(node.targets[0]):
            value = node.value
            turned |= isinstance(value, ast.Attribute) and value.attr == "T" and is_w(value.value)
    if turned:
        return columns and counted_right and not rows
    return rows and counted and not counted_right and not columns
