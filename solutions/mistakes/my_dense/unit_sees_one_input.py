"""Unit j works with input j alone.

1: Count the arrows that go into one unit in the picture of part 3. How many numbers of `a_in` does
   your code use for one unit?
2: Your code uses one number of `a_in` for a unit: the one at the unit's own position. But inputs
   and units are not pairs. Every unit weighs all the inputs. In the quick check there are three
   units and two inputs, so the third unit would find no input at all. Look at which number of
   `a_in` meets which weight.
3: Three judges each give one verdict on a cake, from its taste and its looks. Judge 2 does not
   look at quality 2 alone. Each judge weighs both: the first says 0.8 * taste + 0.2 * looks,
   the second 0.5 * taste + 0.5 * looks, the third 0.1 * taste + 0.9 * looks. The judges differ
   in what they find important, not in what they see. Which part of your code says what a unit
   sees?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in[j]) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = w * a_in[j] + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in[j]) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(W[:, j] * a_in[j] + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.sum(W[:, j] * a_in[j]) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[j, j]
        z = w * a_in[j] + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[j, j], a_in[j]) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return g(np.diag(W) * a_in + b)


# %% recognised by
import ast

from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    x, w, b = facts.first(3)
    shown = {part for call in facts.calls("print") for part in call.parts}

    def picked(parts: tuple[Part, ...], name: str, counter: str) -> bool:
        return any(
            part.value.name == name and [place.name for place in part.index] == [counter]
            for part in parts
            if not part.stored and part not in shown
        )

    def by_unit(loop: Part) -> bool:
        clauses = [part for part in loop.parts if part.is_a(ast.For, ast.comprehension)]
        counted_once = [part.target.name for part in clauses].count(loop.counter) == 1
        inputs = picked(loop.repeated, x, loop.counter)
        return counted_once and inputs and picked(loop.repeated, b, loop.counter)

    diagonal = any(call.arg(0).name == w for call in facts.calls("diag", "diagonal"))
    return diagonal or any(map(by_unit, facts.repeating))
