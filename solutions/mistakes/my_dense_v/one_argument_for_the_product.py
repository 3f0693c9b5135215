"""The product function is taken to want its two factors in one argument.

1: Count the commas between the brackets of the product. How many arguments does it get?
2: A product of two matrices needs two arguments, with a comma between them. Yours come as one: as a
product made by `*`, or packed together into brackets of their own. Python stops at that line. How
would the two factors look as two arguments?
3: `max(3, 5)` gets two numbers and gives 5. `max(3 * 5)` gets one number, 15, and stops: a number
is nothing to search in. `math.hypot(3, 4)` gives 5.0; `math.hypot([3, 4])` stops as well. The comma
between two arguments is not an operator, and it is not a list: it only separates them.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in * W) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.dot(A_in * W) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul((A_in, W)) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.dot([A_in, W]) + b
    return g(Z)


# %% or recognised by
import ast

from grader.diagnosis.facts import NUMPY, FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """One list, or one product, where two arrays are wanted."""
    return facts.raises("TypeError") and any(
        len(call.inputs) == 1 and call.arg(0).is_a(ast.List, ast.Tuple, ast.BinOp)
        for call in facts.calls("dot", "matmul", of=NUMPY)
    )
