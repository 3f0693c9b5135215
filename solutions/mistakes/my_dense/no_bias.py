"""The bias does not matter.

1: Call your function with all inputs 0. Every weighted sum is 0 then. What should a unit still
   react to, and does your answer show it?
2: With all inputs 0, all units of your layer put out the same number. They should differ, since
   each unit has a number of its own that does not depend on the input. Read the formula above the
   cell from left to right and tick off each symbol that has an effect in your code.
3: A taxi costs 2 for each kilometre, and 5 for getting in. A ride of 3 km costs 2 * 3 + 5 = 11.
   A ride of 0 km still costs 5. A program that prints `2 * km` is right about the kilometres,
   yet every ride comes out 5 too low. The 5 is there whatever the distance. What is "getting
   in" for a unit, and where would it go in your line?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in)
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(a_in, W[:, j])) for j in range(W.shape[1])])


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W)
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
        a_out[j] = g(z)
    return a_out


# %% not if
from grader.diagnosis.facts import NUMPY, FunctionFacts


def exclude(facts: FunctionFacts) -> bool:
    """The bias is worked with, and something else takes it out again."""
    b = facts.first(3)[2]
    terms = [side.name for part in facts.operations for side in part.sides]
    terms += [side.value.name for part in facts.operations for side in part.sides]
    worked = [call for call in facts.calls(of=NUMPY) if not call.called.endswith("_like")]
    given = [arg.name for call in worked for arg in call.args]
    held = [put.value.value.name for put in facts.assignments if put.value.value]
    return b in (*terms, *held, *given)
