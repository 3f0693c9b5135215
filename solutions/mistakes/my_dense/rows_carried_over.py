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

from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    w = facts.first(2)[1]

    def is_range(part: Part) -> bool:
        return part.is_a(ast.Slice)

    picks = [pick.index for pick in facts.picks_of(w)]
    rows = any(index[0].name and all(map(is_range, index[1:])) for index in picks if index[:2])
    columns = any(len(index) == 2 and is_range(index[0]) and index[1].name for index in picks)
    shapes = [pick for pick in facts.picks if pick.value.attribute == "shape"]
    sizes = {pick.place for pick in shapes if pick.value.owner.name == w}
    counted = 0 in sizes or any(call.arg(0).name == w for call in facts.calls("len"))
    turned = any(
        put.target.name == w == put.value.owner.name and put.value.attribute == "T"
        for put in facts.assignments
    )
    if turned:
        return columns and 1 in sizes and not rows
    return rows and counted and 1 not in sizes and not columns
