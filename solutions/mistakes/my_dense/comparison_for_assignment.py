"""`==` stores a value.

1: Look at the equals signs in your code. Which line asks a question, and which line stores
   something?
2: A double equals sign asks whether two things are equal. It answers True or False, and nothing
   is stored. So what you meant to change stays as it was, or gets no value at all. Look at each
   `==` in your code and decide whether you want to ask or to store.
3: `age = 30` stores 30 under the name age. `age == 31` asks whether age is 31; the answer is
   False, and age stays 30. After `box = [0, 0]`, the line `box[1] == 5` leaves `[0, 0]`, and
   `box[1] = 5` makes it `[0, 5]`. One sign gives, two signs ask. Which do you want in your
   line?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] == g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] == g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z == np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(len(a_in)):
            z == W[i, j] * a_in[i]
        a_out[j] = g(z + b[j])
    return a_out


# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """What could be given a value, a name or a place, is compared, and the answer dropped."""
    compared = [part.operands[0] for part in facts.dropped if part.operator == "=="]
    return any(part.name or (part.index and part.value.name) for part in compared)
