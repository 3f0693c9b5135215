"""A name can be used that no line has made, or made in that very spelling.

Also: more_than_the_answer + still_the_stub; last_unit_returned + summed_along_units; last_unit_returned + still_the_stub; last_unit_returned + matrix_first; answer_copied_from_the_example + more_than_the_answer; answer_copied_from_the_example + last_unit_returned; result_written_into_an_argument + units_chained

1: Read the error message: which name does Python not know? Compare it, letter by letter, with
   the names that you have defined and those in the `def` line.
2: Python knows a name once it has been given a value, or comes in through the `def` line, and
   it must be the very same name: `unit` and `units` are two names, and so are `A` and `a`. Find
   the line of the error, then the line where you meant to define that name. Make the two agree.
3: `price = 3` and then `print(prices * 2)` stops: "name 'prices' is not defined". Python does
   not guess. Either the first line gets the s, or the second loses it. The same happens with
   `Total` for `total`, or with a name that is used but that no line has ever made. Which line
   makes the name in your message?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(unit):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, ain) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return aout


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, i]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %% recognised by
import builtins
import re

from grader.diagnosis.facts import FunctionFacts

COURSE = re.compile(
    r"[xX]|y|model|predictions|(x|X|W|w|b|a|A|a_in|a_out|x_in)"
    r"(_?(small|tst|test|train|tmp|new|[0-9]))+"
)
LIBRARY = {"np", "numpy", "math", "tf", "keras", "plt", "tensorflow"}
LEFT_OUT = {"dot", "zeros", "matmul", "exp", "array", "append", "multiply", "empty", "ones"}


def recognise(facts: FunctionFacts) -> bool:
    odd = any(COURSE.fullmatch(name) or name in LIBRARY | LEFT_OUT for name in facts.free)
    compared = {part.left.name for part in facts.dropped if part.operands}
    unknown = facts.free & facts.used - set(dir(builtins)) - compared
    return facts.raises("NameError") and bool(unknown) and not odd
