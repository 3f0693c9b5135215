"""A layer has as many units as numbers come in.

Also: answer_as_long_as_the_input + loop_over_the_inputs

1: Look at the line that says how many units there are. Which two things do the numbers of
   `W.shape` count? Say it in words, then decide which of the two is the number of units.
2: In the quick check two numbers come in and three units put one number out each. Your code
   takes two for the number of units. So an output is missing; with more inputs than units your
   code looks for units that are not there. Print the shapes of all arguments and find where the
   3 stands.
3: A school keeps the marks of 30 pupils in 4 subjects: `marks.shape` is `(30, 4)`. The report
   shows one average for each subject. How many averages? Not 30, the pupils. It is 4, the
   second number: `subjects = marks.shape[1]`. The first number tells how many marks go into
   each average. Now ask which of the two numbers your layer needs.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[0]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units, n = W.shape
    a_out = np.zeros(units)
    for j in range(units):
        z = b[j]
        for i in range(n):
            z += a_in[i] * W[i, j]
        a_out[j] = g(z)
    return a_out


# %% or recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """A loop over the units is as long as W has rows, and leaves the columns."""
    _, w, b = facts.first(3)
    rows = [walk for walk in facts.walks.all if walk.size == (w, 0, 0)]
    along = {pick[:2] for walk in rows for pick in facts.walks.picks(walk.counter)}
    goes = {(w, 1), (b, 0)} <= along and (w, 0) not in along
    return goes and facts.says("is out of bounds for axis")
