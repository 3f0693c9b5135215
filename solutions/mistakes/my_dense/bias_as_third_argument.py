"""The bias is handed to the product function as one more argument.

1: Look at the brackets of the function that multiplies. How many things do you hand over, and
   what does the function do with the third? Read the first lines of its help.
2: The function multiplies its first two arguments. The third has another meaning: it is not
   added. So Python stops, or the bias gets lost. The bias is added with a plus sign, after the
   brackets of the function are closed. Look at where your bracket closes.
3: `round(2.345, 1)` gives 2.3: the second number says how many digits to keep, it is not
   rounded or added. A function gives each place a meaning of its own. In the same way `sum([3,
   4]) + 5` is 12, but `np.sum([3, 4], 5)` stops with an error, because the second place means
   the direction to add in. What does the third place mean in the function you call?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in, b[j])
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in, b[j]))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in, b)
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W, b)
    a_out = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.matmul(a_in, W, b)
    a_out = g(z)
    return a_out


# %% recognised by
from grader.diagnosis.facts import NUMPY, FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    b = facts.first(3)[2]
    products = facts.calls("dot", "matmul", "inner", of=NUMPY)
    return any(len(call.args) == 3 and b in call.args[2].names for call in products)
