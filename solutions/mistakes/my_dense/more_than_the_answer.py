"""The function hands back its steps along with the answer.

1: Look at your last line: how many things come after `return`? Read in the docstring what
   should come back.
2: There is a comma in what stands after `return`. Python packs what a comma separates into a
   tuple, and the caller gets that in place of the plain array. The next layer could not compute
   with it. Keep what the docstring names, without the comma.
3: A vending machine should give tea. One that gives `(tea, receipt, spoon)` in one parcel makes
   every guest unpack it first; `drink(parcel)` fails. In code: `return tea, receipt` hands over
   a pair. For a look at the steps in between, `print` them inside, and return the tea. What
   does your caller want to drink?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out, z


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    a_out = g(z)
    return a_out, z


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return (a_out, W, b)


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    a_out = g(z)
    return z, a_out


# %% recognised by
import ast

from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    returns = [part.value for part in facts.own_parts if part.is_a(ast.Return)]
    return any(
        value.is_a(ast.Tuple) and not all(part.is_none for part in value.elements)
        for value in returns
    )
