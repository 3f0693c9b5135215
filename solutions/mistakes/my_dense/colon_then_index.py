"""`[:]` followed by an index picks a column.

1: Look at the pairs of brackets after W. Print the shape of `W[:]` alone and compare it
   with `W.shape`. What is left for the second pair of brackets to pick?
2: `W[:]` is the whole of W, as it was. So the index in the second pair of brackets picks a row
   of W. In the quick check a row holds three numbers, one for each unit, but one unit needs two
   weights. Look up how a single pair of brackets says two things at once: which rows, and which
   column.
3: A timetable has a row for each bus stop and a column for each trip: `times = np.array([[7,
   8], [9, 10], [11, 12]])`. `times[:]` is all of it, so `times[:][1]` is `[9, 10]`, the second
   stop. The second trip is 8, 10, 12. One pair of brackets with a comma does it: `times[:, 1]`.
   Before the comma stands which rows, after it which column. Write your line that way.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:][j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:][j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:][j]) + b[j]
        a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(len(a_in)):
            z += W[:][j][i] * a_in[i]
        a_out[j] = g(z + b[j])
    return a_out


# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    x, w = facts.first(2)
    along = {walk.counter for walk in facts.walks.all if walk.size[:2] in ((w, 0), (x, 0))}
    further = {pick.value for pick in facts.picks if pick.value.index}
    return any(
        pick.value.value.name == w
        and not (pick in further and pick.index[0].name in along)  # W[:][i][j] is W[i, j]
        and [part.is_whole for part in pick.value.index] == [True]
        and [bool(part.name) for part in pick.index] == [True]
        for pick in facts.picks
    )
