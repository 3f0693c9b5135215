"""The `append` of a list returns the longer list.

1: Look at the line with `append` or `extend`. Print what it returns, and print the list after
   it. Which of the two holds your outputs?
2: A list's `append` changes the list itself and returns None; `extend` does the same. Your code
   puts that None where the list should be. Look at the line: which part of it does the work, and
   which part spoils it?
3: `names = ["Ann"]`. `names.append("Bo")` alone makes `["Ann", "Bo"]`. `names =
   names.append("Bo")` does that, too, but then the name `names` is given to the answer of
   `append`, which is None. The same goes for `names.sort()`. With `sorted(names)` it is the
   other way round: that returns a new list. What stands to the left of the equals sign in your line?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = []
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out = a_out.append(g(z))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out = a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    a_out = list()
    for j in range(W.shape[1]):
        a_out = a_out.append(g(np.dot(W[:, j], a_in) + b[j]))
    return a_out


# %% recognised by
from grader.diagnosis.facts import NUMPY, FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    return any(
        put.value.called in ("append", "extend")
        and put.value.owner.name not in {"", *NUMPY}
        and put.target.name in {put.value.owner.name, *facts.returned}
        for put in facts.assignments
    )
