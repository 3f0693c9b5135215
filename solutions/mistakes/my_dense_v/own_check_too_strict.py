"""A check in front keeps wrong calls away.

1: Your own check stops the call, and the call is right. Print what the check compares in the call
   that is shown: which two numbers does it want to be equal, or which kind of value does it want?
2: A check of what comes in, which you wrote yourself, turns right calls away, so nothing is
   worked out there. If it compares sizes, say in words what each of them counts: examples,
   inputs or units? Compare two that count the same thing, or take the check out.
3: A ticket machine asks for an age above 18 "to be safe". Children have tickets, too, and the
   machine sends them away: the machine is not broken, its question is wrong. `if age < 18: raise
   ValueError` has to go, or to become a question that each guest with a ticket passes. Which guest
   does yours send away?
"""

# %%
def my_dense_v(A_in, W, b, g):
    if A_in.shape[0] != W.shape[0]:
        raise ValueError("A_in and W do not fit")
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out


# %%
def my_dense_v(A_in, W, b, g):
    assert b.ndim == 2, "b must be a row"
    return g(np.matmul(A_in, W) + b)


# %%
def my_dense_v(A_in, W, b, g):
    m, n = A_in.shape
    if W.shape != (n, m):
        raise ValueError(f"W must be {n} by {m}")
    return g(np.matmul(A_in, W) + b)


# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    return not facts.sizes_written_out and facts.own_check_stops()
