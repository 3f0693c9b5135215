"""Any product of two vectors gives their weighted sum.

1: NumPy knows several products of two vectors. Look up the one you use: what shape has its
   result for two vectors of three numbers? How many numbers should the sum of one unit be?
2: The function you call multiplies in another way: it makes a table of all pairs, or a vector
   that has to do with directions in space. A unit needs one number: each weight times its own
   input, and all of that added up. Try your function on `[1, 2, 3]` and `[4, 5, 6]`: the number
   32 should come out.
3: Hours worked `h = np.array([2, 5])` and wages `p = np.array([10, 20])`. `np.outer(h, p)` is a
   table of every number of hours with every wage, `[[20, 40], [50, 100]]`: four numbers, and
   only 20 and 100 are pairs that belong together. The pay is 20 + 100 = 120. The product that
   goes through two vectors pair by pair and adds up is called the dot product.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.outer(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.cross(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.outer(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.outer(a_in, W[:, j]) + b[j]
        a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.kron(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """One of these products, and not for its diagonal alone."""
    answer = facts.working
    cut = {part for call in answer.calls("trace", "diag", "diagonal") for part in call.parts}
    return any(call.method and call not in cut for call in answer.calls("outer", "cross", "kron"))
