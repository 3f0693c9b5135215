"""An array has an `append` like a list.

1: Read the error message: which kind of object does it name, and what is it missing? Look at
   the line that makes your container for the outputs: is it a list or an array?
2: `append` belongs to lists. A NumPy array keeps its size and has no `append` of its own. So
   either begin with an empty list and make an array of it at the end, or keep the array, which
   has a place for each unit, and write to the place. Choose one.
3: A notebook with loose leaves can grow: `leaves = []`, `leaves.append("rain")`. A printed
   diary with seven pages cannot; one writes on the page of the day: `diary[2] = "rain"`.
   `diary.append("rain")` fails, as no page can be added. Is your container a notebook or a
   diary? Let the rest of your code fit to it.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out.append(g(z))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out.append(g(np.dot(W[:, j], a_in) + b[j]))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.array([])
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out.append(g(z))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.array([])
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out.append(g(z))
    return np.array(a_out)


# %% recognised by
from grader.diagnosis.facts import ROOM, FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    arrays = facts.results(*ROOM)
    grown = any(call.owner.name in arrays for call in facts.calls("append", "extend"))
    return facts.raises("AttributeError") and grown
