"""`np.append` changes the array that it is given.

1: Print your array of outputs before and after the line that should make it longer. Has it
   changed? Read in the help what the function in that line returns.
2: NumPy's `append`, `insert` and `concatenate` leave their arguments as they are and return a
   new, longer array. Nobody in your code keeps that new array, so nothing is stored. Look at
   what you made before the loop: empty places that wait for one number each, or nothing yet?
   Then decide whether to write to a place or to keep what is returned.
3: `sorted` returns a new list: `names = ["Bo", "Ann"]` and then `sorted(names)` leaves `names`
   as it was. The result needs a name, `names = sorted(names)`, or is lost. `np.append` works in
   the same way. For three places that are laid out, `seats = [None, None, None]`, one writes to
   the place itself: `seats[1] = "Ann"`. Which of these is closer to what your loop should do?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        np.append(a_out, g(z))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        np.append(a_out, g(np.dot(W[:, j], a_in) + b[j]))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.array([])
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        np.append(a_out, g(z))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        np.append(a_out, g(z))
    return np.array(a_out)


# %% recognised by
from grader.diagnosis.facts import NUMPY, FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    growing = ("append", "concatenate", "hstack", "insert")
    return any(call.called in growing and call.owner.name in NUMPY for call in facts.dropped)
