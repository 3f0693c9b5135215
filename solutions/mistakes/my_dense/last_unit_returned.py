"""The name from the last pass of the loop stands for all passes.

1: Look at the name, or the element, after `return`. How many numbers does it hold? How many
   should come back?
2: One number comes back: what the last pass of the loop has left behind. In the quick check
   three numbers should come back, one for each unit. Where does each pass keep its number?
   Return all that has been kept, and if nothing keeps it, begin with that.
3: A class of 24 takes a test: `for k in range(24): points[k] = mark(k)`. `return points[k]`
   hands back one mark, that of the last pupil, since k is 23 after the loop. `return points`
   hands back all 24 of them. In your last line, which of the two stands there?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out[j]


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return z


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out[j]


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out[-1]


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a = g(z)
        a_out[j] = a
    return a


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return g(z)


# %% recognised by
import ast

from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    g = facts.first(4)[3]
    inside = {part for loop in facts.for_loops for part in loop.repeated}
    stored = [part for part in facts.parts if part.name and part.stored]
    late = {part.name for part in stored if part in inside}
    early = {part.name for part in stored if part not in inside} | set(facts.parameters)
    # An array that is made anew in each pass is another matter.
    made = {
        target.name
        for put in facts.assignments
        if "zeros" in put.value.method or (put.value.is_a(ast.List) and not put.value.elements)
        for target in put.targets
    }
    picked = {put.target.name for put in facts.assignments if put.value.index}
    numbers = late - early - made - facts.filled - facts.grown - picked

    def last(found: Part) -> bool:
        value = found.value
        if value.function == g:
            value = value.arg(0)
        if value.index:
            counters = {loop.counter for loop in facts.for_loops}
            return value.place == -1 or value.index[0].name in counters - {""}
        return value.name in numbers

    return not facts.raised and any(last(found) for found in facts.returns if found not in inside)
