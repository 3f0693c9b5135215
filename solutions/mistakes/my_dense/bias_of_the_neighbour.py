"""Units are counted from one, biases from zero, so a unit's bias is one further along.

1: Go through your code for unit 0. Which column of W does it pick there, and which bias? Do the
   two belong to the same unit? Do the same for the last unit.
2: A unit of your layer adds the bias of another unit, or looks for one that does not exist. (In
   Python the index -1 means the last one.) Write the number of each unit beside the number of
   its bias, as your code picks them. Where both count from 0, the two numbers are the same.
3: Three lockers with three keys: `keys = ["red", "green", "blue"]`. Locker 0 has the red key,
   `keys[0]`. With `keys[k - 1]`, locker 0 gets "blue", the last one, and locker 1 gets "red".
   Lockers and keys count from 0 alike, so nothing has to be added or taken away. Compare the
   number of the unit with the number of its bias in your line.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j - 1]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j + 1]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j+1])
    return a_out


# %% or recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """The counter picks all columns of W, and of b all but one."""
    _, w, b = facts.first(3)

    def fits(array: str, axis: int) -> bool:
        return any(
            pick[:2] == (array, axis) and (walk.first, walk.size.more) == (-pick.away, -pick.away)
            for walk in facts.walks.all
            for pick in facts.walks.picks(walk.counter)
        )

    stopped = facts.says("is out of bounds for axis 0")
    picked = bool(facts.picks_of(b)) and fits(w, 1) and not fits(b, 0)
    return stopped and picked and any(
        pick.array == b for walk in facts.walks.all for pick in facts.walks.picks(walk.counter)
    )
