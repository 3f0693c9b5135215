"""The last unit has the number `units`, or a higher one.

1: Python says that an index is out of bounds. Print the loop variable in each pass. Which
   number does it have in the last one, and which number has the last unit?
2: In the quick check there are three units, with the numbers 0, 1 and 2. Your loop goes on
   after unit 2 and asks for a unit 3, which does not exist. Look at where the loop ends, and at
   which number it starts counting.
3: Four books stand at the positions 0, 1, 2 and 3. `for k in range(4)` visits each of them.
   `range(4 + 1)` goes on to 4, an empty place: "index out of range". So does `range(1, 5)`: 1,
   2, 3, 4. With `while k <= 4` it is the same; `while k < 4` stops in time. Which numbers does
   your loop visit for three units?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units + 1):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(1, units + 1):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1] + 1):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(1, W.shape[1] + 1):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(a_in, W[:, j]) + b[j]) for j in range(len(b) + 1)])


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    j = 0
    while j <= units:
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
        j += 1
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    j = 0
    while j < units:
        j += 1
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.size
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %% or recognised by
from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    """A while loop over the units that takes its end number, too, and goes out of bounds."""
    x, w = facts.first(2)

    def reaches(loop: Part) -> bool:
        size = facts.walks.size(loop.test.operands[-1])
        return size is None or (size.more >= 0 and size[:2] not in ((x, 0), (w, 0)))

    stopped = facts.says("is out of bounds for axis")
    return stopped and any(
        loop.test.operator == "<=" and reaches(loop) for loop in facts.loops
    )
