"""A result that is worked out is in the array by itself.

1: Follow the output of one unit after it has been worked out. Which line puts it into what your
   function returns?
2: Your units are worked out, and each result is left behind in a name of its own, or has no
   name at all. Nothing puts it into the array or list that you return, so that comes back as it
   was made. Print it at the end of each pass: it does not change. How does the result of this
   pass get into it?
3: Three classes have been counted: `for k in range(3): children = count(k)`. The form `form =
   [0, 0, 0]` stays as it is, since `children` is a note on the side that is overwritten each
   time. The form changes when something is written on it: `form[k] = children`. Which line in
   your loop writes on the form?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_j = z
        g(a_j)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(len(b))
    for j, a in enumerate(a_out):
        a = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        a = g(z)
    return np.array(a_out)


# %% recognised by
import ast

from grader.diagnosis.facts import NUMPY, FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    g = facts.first(4)[3]
    returned = facts.returned - {"list", "tuple", *NUMPY}
    loops = [part for part in facts.statements if part.is_a(ast.For, ast.While)]
    inside = [part for loop in loops for part in loop.repeated]
    asked = any(part.function == g for part in inside)
    touched = any(part.name in returned for part in inside)
    last = max((loop.last_line for loop in loops), default=0)
    late = any(
        last and part.line > last and not part.value.function
        for part in facts.of(ast.Assign, ast.AugAssign, ast.Expr)
    )
    kinds = (ast.Call, ast.List, ast.BinOp)
    puts = [put for put in facts.assignments if put.value.is_a(*kinds)]
    containers = {target.name for put in puts for target in put.targets}
    known = len(returned) == 1 and returned <= containers and not facts.raised
    return known and asked and not touched and not late
