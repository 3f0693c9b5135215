"""The activation gets the parts of the sum, or nothing, and does the rest itself.

1: Count what stands between the brackets of g, separated by commas. How many numbers does an
   activation work on? Look at how `sigmoid` is called in the notebook.
2: An activation takes one number, z. The error message says what it got too much, or what is
   missing. The weighted sum and the bias have to be put together before, by your code. Work z
   out in a line of its own, and hand over that one number.
3: A function for postage takes one weight: `postage(350)`. A parcel holds a book of 300 g and a
   card of 50 g. `postage(300, 50)` stops: it takes 1 argument but 2 were given. `postage()`
   stops as well. Adding up is the sender's work: `weight = 300 + 50`, then `postage(weight)`.
   What has to be added up before your activation can start?
"""

# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in), b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(w, a_in, b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g()
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in)
        a_out[j] = g(z, b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    a_out = g(a_in, W, b)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(a_in, W[:, j]), b[j]) for j in range(W.shape[1])])


# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    g = facts.first(4)[3]
    return facts.raises("TypeError") and any(
        call.function == g and len(call.inputs) != 1 for call in facts.calls()
    )
