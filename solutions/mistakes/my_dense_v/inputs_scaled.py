"""A layer is taken to prepare its own inputs.

1: Print what your first product is given, beside the argument that came in. Are these the same
numbers?
2: Your code scales what comes in: it divides, or takes a mean away. So the layer works with other
numbers than those that it was given. Whoever calls it has prepared the data, and the weights were
learned on them as they are. Which line changes the input before the first product?
3: A recipe for grams is followed by somebody who first divides each amount by the largest one. 500
g of flour and 10 g of salt become 1 and 0.02, and no bread comes of 1 g of flour. The cook was to
use the amounts as written. Prepare data once, outside.
"""

# %%
def my_dense_v(A_in, W, b, g):
    A_in = (A_in - np.mean(A_in, axis=0)) / (np.std(A_in, axis=0) + 1e-8)
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    A_in = A_in / np.max(A_in)
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    A_in = A_in / 255
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    A_in = A_in / np.linalg.norm(A_in, axis=1, keepdims=True)
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    A_in = A_in - A_in.mean(axis=0)
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    A_in = (A_in - A_in.mean()) / A_in.std()
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out


# %% not if
from grader.diagnosis.facts import FunctionFacts


def exclude(facts: FunctionFacts) -> bool:
    """What comes in is multiplied as it is: something else is scaled."""
    x, w = facts.first(2)
    products = [part.factors for part in facts.parts if part.factors]
    return x not in facts.given and any(
        [factor.name for factor in factors] == [x, w] for factors in products
    )


# %% or recognised by
from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    """The input is divided, and multiplied with W after that."""
    x = facts.first(1)[0]

    def is_input(part: Part) -> bool:
        return x in (part.name, part.left.name if part.operator == "-" else "")

    answer = facts.working
    divided = [part for part in (*answer.operations, *answer.changes) if part.operator == "/"]
    scaled = [part for part in divided if is_input(part.left or part.target)]
    names = {put.target.name for put in facts.assignments if put.value in scaled}
    names |= {part.target.name for part in scaled}
    products = [part.factors for part in facts.parts if part.factors]
    return not facts.raised and any(
        factors[0] in scaled or factors[0].name in names - {""} for factors in products
    )
