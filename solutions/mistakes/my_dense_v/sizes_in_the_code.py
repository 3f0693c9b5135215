"""The sizes of one example are taken to hold for every call.

1: Are there numbers such as 400, 25, 3 or 1000 in your code? Which argument would know them?
2: For one set of sizes your function works; for others Python stops, or a part of the result is
missing. Go through the fixed numbers one by one, and ask the shape of an array instead. Or use the
arrays as they are: does the product need to be told any size?
3: `def mean(marks): return sum(marks[:28]) / 28` works for a class of 28. In a class of 20 it
divides by 28, in a class of 30 it forgets two. `len(marks)` knows the number for every class:
`sum(marks) / len(marks)`. A number that an argument knows is asked for, not written down.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in.reshape(-1, 400), W) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    A_out = np.zeros((A_in.shape[0], 3))
    for j in range(3):
        A_out[:, j] = g(np.matmul(A_in, W[:, j]) + np.ravel(b)[j])
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    A_out = np.zeros((2, W.shape[1]))
    for i in range(2):
        A_out[i] = g(np.matmul(A_in[i], W) + np.ravel(b))
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W.reshape(400, 25)) + b
    A_out = g(Z)
    return A_out

# %% or recognised by
import ast

from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    through = [part.iterated for part in (*facts.repeating, *facts.of(ast.comprehension))]
    counted = [call.args[:2][-1] for call in through if call.called in ("range", "arange")]
    fixed = any((part.number or 0) > 1 for part in counted)
    return fixed or bool(facts.sizes_written_out)
