"""`np.dot` adds up the products that it is given as one argument.

1: Look at what stands between the brackets of your product function. How many vectors does it
   want, and what separates them? Read the first line of its help.
2: Python says that an argument is missing. The function wants two vectors, with a comma between
   them, and does the multiplying itself. Your call hands over one thing, whatever stands inside
   it. Count the commas between its own brackets.
3: `max` of two numbers is written `max(3, 8)`, with a comma; `max(3 * 8)` would be one number,
   24, and Python complains. In the same way `np.dot([2, 4], [3, 5])` gets two lists and gives 2
   * 3 + 4 * 5 = 26. `np.dot([2, 4] * [3, 5])` and `np.dot([[2, 4], [3, 5]])` hand over one
   thing where two are wanted. Now count the arguments in your call.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w * a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot((w, a_in)) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j] * a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w * a_in + b[j])
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.matmul(a_in * w) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot([a_in, W[:, j]]) + b[j]) for j in range(W.shape[1])])


# %% recognised by
import ast

from grader.diagnosis.facts import NUMPY, FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    return facts.raises("TypeError") and any(
        len(call.inputs) == 1 and not call.arg(0).is_a(ast.Starred)
        for call in facts.calls("dot", "matmul", "inner", "vdot", of=NUMPY)
    )
