"""`*` between two vectors gives their weighted sum.

1: Make two small NumPy vectors of two numbers each, and print what `*` makes of them
   (`np.multiply` does the same). How many numbers are that? How many should the weighted sum of
   one unit be?
2: `*` multiplies number by number and keeps them all. With two inputs there are two products,
   and nothing in your code adds them up. The sum of one unit has to be a single number. Print
   the shape of your sum, then add the step that makes one number out of the products.
3: You buy 2 pens at 3 and 4 books at 5. `amounts = np.array([2, 4])` and `price = np.array([3,
   5])`: `amounts * price` is `[6, 20]`, one number for each thing. The till shows 26. That
   takes both steps, multiply and then add up: `sum(amounts * price)`. NumPy also has one
   function that does both at once for two vectors. Which of the two steps is missing in your
   code?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = w * a_in + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = a_in * w + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.multiply(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(W[:, j] * a_in + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = a_in * W[:, j] + b[j]
        a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(W[:, j] * a_in + b[j]) for j in range(W.shape[1])])


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = w.T * a_in + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = a_in * W + b
    a_out = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return g(W * a_in + b)


# %% recognised by
import ast

from grader.diagnosis.facts import FunctionFacts, Part

HARMLESS = {"zeros", "empty", "array", "range", "len", "append", "multiply", "enumerate", "zip"}
HARMLESS |= {"print", "asarray", "float", "list", "transpose", "zeros_like"}


def recognise(facts: FunctionFacts) -> bool:
    x, _, _, g = facts.first(4)

    def is_input(part: Part) -> bool:
        return x in (part.name, part.owner.name if part.attribute == "T" else "")

    nested = any(part.is_a(ast.For) for loop in facts.for_loops for part in loop.repeated)
    called = {call.called for call in facts.calls()}
    adds_up = nested or not called <= HARMLESS | {g}
    adds_up = adds_up or bool(facts.of(ast.AugAssign, ast.Lambda, ast.MatMult, ast.While))
    products = [part.sides for part in facts.operations if part.operator == "*"]
    products = [sides for sides in products if not any(side.is_constant for side in sides)]
    multiplied = [call.args for call in facts.calls("multiply")]
    parts = [part for parts in (*products, *multiplied) for part in parts]
    return not adds_up and any(map(is_input, parts))
