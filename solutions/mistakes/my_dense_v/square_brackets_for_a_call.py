"""A function is taken to be called with square brackets.

1: Look at the brackets behind each function name. Which brackets call a function, and which ones
pick a part out of an array?
2: Python says `object is not subscriptable`: it tries to pick something out of a function, as out
of a list. The names and their order may be right. Which kind of brackets has to stand there so that
the function runs?
3: `len("ada")` is 3: round brackets call. `names[0]` is the first name: square brackets pick.
`len["ada"]` asks for the part "ada" of the function `len`, and Python says that it is not
subscriptable. And `names(0)` tries to run a list. Round to run, square to pick.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul[A_in, W] + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.dot[A_in, W] + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g[Z]
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    return g(np.matmul[A_in, W] + b)


# %% or recognised by
import re

from grader.diagnosis.facts import FunctionFacts

FUNCTION = re.compile(r"'(numpy\.ufunc|builtin_function_or_method|function|(numpy\.)?_Arr\w*)'")


def recognise(facts: FunctionFacts) -> bool:
    return any(
        "object is not subscriptable" in words and FUNCTION.search(words)
        for words in facts.messages
    )
