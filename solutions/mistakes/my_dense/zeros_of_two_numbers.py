"""`np.zeros` takes the sizes one after the other.

1: Look at the line that makes your array of outputs. How many arguments does the function get
   there, and what does the second one mean? Its help tells.
2: The first argument of `np.zeros` is the whole shape, the second is the type of its numbers;
   `np.ones` and `np.empty` work alike. So the second number in your line is read as a type, and
   Python cannot make sense of it. A layer's output is a plain vector: how many numbers does it
   take to say how long that is?
3: `np.ones(4)` makes a vector of four ones. `np.ones((2, 4))`, with double brackets, makes a
   table of two rows: the shape is one argument, a pair. `np.ones(2, 4)` asks for two ones of
   the type "4", and there is no such type. `np.ones(2, int)` would be two whole numbers. Which
   of these do you need for a vector?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units, 1)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(1, units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(1, W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(W.shape[0], W.shape[1])
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %% recognised by
import ast

from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    def size(part: Part) -> bool:
        types = ("", "int", "float", "bool", "complex", "object")
        known = part.function == "len" or part.attribute == "size" or part.is_a(ast.Subscript)
        return known or part.name not in types or isinstance(part.constant, int)

    return facts.says("TypeError", "data type") and any(
        call.method and len(call.args) > 1 and size(call.args[1])
        for call in facts.calls("zeros", "empty", "ones")
    )
