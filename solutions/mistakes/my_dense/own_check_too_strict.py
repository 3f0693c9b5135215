"""A check in front keeps wrong calls away.

1: Your own check stops the call, and the call is right. Print what the check compares in the call
   that is shown: which two numbers does it want to be equal, or which kind of value does it want?
2: A check of what comes in, which you wrote yourself, turns right calls away, so nothing is
   worked out there. If it compares sizes, say in words what each of them counts: inputs or
   units? Compare two that count the same thing, or take the check out.
3: A ticket machine asks for an age above 18 "to be safe". Children have tickets, too, and the
   machine sends them away: the machine is not broken, its question is wrong. `if age < 18: raise
   ValueError` has to go, or to become a question that each guest with a ticket passes. Which guest
   does yours send away?
"""

# %%
def my_dense(a_in, W, b, g):
    if W.shape[0] != b.shape[0]:
        raise ValueError("W and b do not fit")
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    assert a_in.shape[0] == W.shape[1], "sizes do not fit"
    return g(np.dot(a_in, W) + b)


# %%
def my_dense(a_in, W, b, g):
    if a_in.ndim != 2:
        raise ValueError("a_in must be a matrix")
    return g(np.dot(a_in, W) + b)


# %%
def my_dense(a_in, W, b, g):
    n, units = W.shape
    assert len(b) == n
    return np.array([g(np.dot(a_in, W[:, j]) + b[j]) for j in range(units)])


# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    return not facts.sizes_written_out and facts.own_check_stops()
