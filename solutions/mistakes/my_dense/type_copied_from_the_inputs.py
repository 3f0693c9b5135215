"""The outputs are of the same kind of numbers as the arguments.

1: Try your function with whole numbers: inputs, weights and biases such as 1, 2 and -1. Then
   print the `.dtype` of your array of outputs. Where did it get that type?
2: Your array of outputs is made after the model of another array and takes over its type. If
   that one holds whole numbers, your array does, too, and a sigmoid of 0.73 is stored as 0.
   Outputs have decimals whatever comes in. Look at the line that makes the array.
3: `counts = np.array([2, 5])` holds whole numbers. `np.ones_like(counts)` copies length and
   type, so `half = np.ones_like(counts)` and `half[0] = 0.5` leave a 0 there.
   `np.ones(len(counts))` copies the length only and holds decimals: 0.5 stays 0.5. Which of the
   two should be the model for your outputs: length, or length and type?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros_like(b)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.empty_like(b)
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units, dtype=a_in.dtype)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = b.copy()
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros_like(W[0])
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.copy(b)
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = 0 * b
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    a_out = np.zeros_like(z)
    for j in range(len(z)):
        a_out[j] = g(z[j])
    return a_out


# %% or recognised by
from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    _, w, b = facts.first(3)
    like = {"zeros_like", "empty_like", "ones_like", "full_like", "copy"}

    def plain(part: Part) -> bool:
        return part.name == b or (part.value.name == w and any(i.is_constant for i in part.index))

    def modelled(part: Part) -> bool:
        if part.operator == "*":
            return any(side.number == 0 for side in part.sides) and any(map(plain, part.sides))
        if "dtype" in part.keywords:
            return part.keywords["dtype"].attribute == "dtype"
        return part.method in like and plain(part.arg(0) or part.owner)

    return not facts.raised and any(
        modelled(put.value) and any(target.name in facts.filled for target in put.targets)
        for put in facts.assignments
    )
