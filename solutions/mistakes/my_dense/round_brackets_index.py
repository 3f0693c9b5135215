"""A number is picked out of an array or a shape with round brackets.

1: Read the error message together with the line it names. "Not callable" is about the brackets
   after a name. Which brackets call a function, and which pick an element?
2: An array is not a function, and neither is its shape, which is a pair of numbers. Round
   brackets after it try to call it, and Python says it is "not callable". Find the name in the
   line of the error that is followed by round brackets but is no function. Change that pair of
   brackets.
3: `size = (20, 30)` is a pair of numbers. The first is `size[0]`, so 20. `size(0)` would call
   it like a function: "'tuple' object is not callable". The same goes for `marks = np.array([5,
   8])`: `marks[1]` is 8, `marks(1)` is an error. `len(marks)` has round brackets because `len`
   is a function. Go through your line: which names are functions?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape(1)
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape(1))
    for j in range(W.shape(1)):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b(j)
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b(j))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(len(a_in)):
            z += W[i, j] * a_in(i)
        a_out[j] = g(z + b[j])
    return a_out


# %% recognised by
from grader.diagnosis.facts import NUMPY, FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    if len(facts.parameters) < 4:
        return False  # the def line comes first
    return facts.raises("TypeError") and any(
        call.function in facts.parameters[:3]
        or (call.method == "shape" and call.owner.name not in {"tf", *NUMPY})
        for call in facts.calls()
    )
