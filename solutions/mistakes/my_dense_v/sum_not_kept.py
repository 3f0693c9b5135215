"""A call is taken to change what it is given, so its result is not kept.

1: Print `Z` before and after the line that has no equals sign. Has anything changed?
2: `np.add` works out a new array and hands it back; what it was given stays as it was. In your code
nobody takes the new array, so it is lost at once. Which name should hold it?
3: `words.upper()` alone on a line leaves `words` as it was; `loud = words.upper()` keeps what came
back. Most of NumPy works like that: a call makes something new. A waiter who brings a plate to an
empty table has cooked for nothing. Who takes your plate?
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.dot(A_in, W)
    np.add(Z, b)
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    g(Z)
    return Z


# %% recognised by
from grader.diagnosis.facts import NUMPY, FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """The only call that adds the bias, or applies the activation, has its result dropped."""
    b, g = facts.first(4)[2:]
    dropped = [part for part in facts.dropped if part.called and "out" not in part.keywords]
    adds = [call for call in facts.calls("add", of=NUMPY) if b in call.names]
    asked = [call for call in facts.calls(g) if call.function]
    added = any(b in side.names for part in facts.operations for side in part.sides)
    lost_sum = bool(adds) and not added and all(call in dropped for call in adds)
    lost_answer = bool(asked) and all(call in dropped for call in asked)
    return not facts.raised and (lost_sum or lost_answer)
