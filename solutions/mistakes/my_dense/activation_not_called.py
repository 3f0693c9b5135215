"""Naming a function is calling it.

1: Look at the line where the output of a unit is stored. Print what you store there. Is it a
   number?
2: Your code stores g itself: the function, not a result. To get a number out of a function one
   has to call it, and tell it what to work on. Which number of yours should it work on, and
   what is needed after its name?
3: `len` is a function; `print(len)` shows `<built-in function len>`. `len("tea")` calls it, and
   that is 3. The brackets make it run, and what is between them is what it works on. A list
   `[len, len]` holds two functions; `[len("tea"), len("milk")]` holds 3 and 4. Which of the two
   lists does your code make?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out.append(g)
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a = g
        a_out[j] = a
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return np.array([g for j in range(W.shape[1])])


# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    g = facts.first(4)[3]
    names = {g, *(put.target.name for put in facts.assignments if put.value.name == g)}
    stored = [put for put in facts.assignments if put.target.index]
    stored += [put for put in facts.assignments if put.target.name in facts.returned]
    kept = [put.value for put in (*stored, *facts.returns)]
    kept += [part for loop in facts.repeating for part in loop.body]
    kept += [arg for call in facts.calls("append") for arg in call.args]
    harmless = ("", "range", "len", "print", "enumerate", "zip")
    used = any(call.function not in harmless for call in facts.calls())
    return any(part.name in names - {""} for part in kept) and not used
