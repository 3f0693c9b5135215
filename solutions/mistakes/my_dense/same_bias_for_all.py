"""All units of a layer have the same bias.

1: Look at the bias in your sum. Which number is it for unit 0, and which for unit 1? What
   differs between the units of a layer?
2: With all inputs 0, all units of your layer put out the same number, because every unit adds
   the same number for its bias. b holds as many numbers as there are units, one for each. Look at
   how the bias is taken from b, and ask whether it changes from unit to unit.
3: Three parcels, each with a fee of its own: `fees = np.array([4, 1, 2])`. If the program adds
   `fees[0]` to every price, all three pay a fee of 4. With k going 0, 1, 2 along with the
   parcels, `fees[k]` is 4, then 1, then 2. Which number of b is
   meant for which unit, and where does your code say so?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[0]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[0])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(a_in, W[:, j]) + b[0]) for j in range(W.shape[1])])


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b[0]
    a_out = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(len(a_in)):
            z += W[i, j] * a_in[i]
        a_out[j] = g(z + b[0])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[-1]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[units - 1]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return g(np.dot(a_in, W) + np.mean(b))


# %%
def my_dense(a_in, W, b, g):
    return g(np.dot(a_in, W) + np.max(b))


# %% not if
from grader.diagnosis.facts import FunctionFacts


def exclude(facts: FunctionFacts) -> bool:
    """The number of the loop picks the bias: something else makes them equal."""
    b = facts.first(3)[2]
    return any(facts.counters & part.names for pick in facts.picks_of(b) for part in pick.index)
