"""All units of a layer have the same weights.

1: Follow the weights through your code. Which column of W does it use for unit 0, and which for
   unit 1? What should change from one unit to the next?
2: Every unit of your layer works with one and the same column of W. If all biases were equal, all
   outputs would be equal, too. Every unit has weights of its own. Find the place where the column
   is picked, and ask what that number should depend on.
3: Each of three shops has prices of its own, a column each: `prices = np.array([[2, 3, 4], [5,
   6, 7]])`. You buy one of each thing. `prices[:, 0].sum()` is 7 for the first shop. Writing
   that line for every shop gives 7, 7, 7. With a shop number s that goes 0, 1, 2, `prices[:,
   s].sum()` gives 7, 9, 11. Which number in your line stays the same and should move?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, 0]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, 0], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(a_in, W[:, 0]) + b[j]) for j in range(W.shape[1])])


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(a_in, W)[0] + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(len(a_in)):
            z += W[i, 0] * a_in[i]
        a_out[j] = g(z + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, -1]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, 1]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    j = 0
    w = W[:, j]
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(w, a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W[:, 0]) + b
    a_out = g(z)
    return a_out


# %% not if
from grader.diagnosis.facts import FunctionFacts


def exclude(facts: FunctionFacts) -> bool:
    """In a loop its number picks the column: something else makes the units equal."""
    w = facts.first(2)[1]
    names = facts.given - facts.read
    unread = [put for put in facts.assignments if put.target.name in names]
    without_effect = {part for put in unread for part in put.value.parts}
    return any(
        part.value.name == w and len(part.index) > 1 and part.index[-1].name == loop.counter
        for loop in facts.for_loops
        if loop.counter
        for part in loop.parts
        if part not in without_effect
    )
