"""`my_dense` is taken to know the activation by itself.

1: Compare your calls with the `def` line of `my_dense`. How many arguments does it take, and how
many does it get?
2: Python says that a required argument is missing, and names it: `'g'`. `my_dense` can work with
any activation, so it has to be told which one. What do you hand over as the fourth argument, so
that each layer does what the text of part 6 says?
3: `def paint(wall, colour): ...` can paint in any colour. `paint(kitchen)` stops, because `colour`
is missing; `paint(kitchen, "blue")` works. Painting the wall afterwards, as in
`blue(paint(kitchen))`, does not help either: the inner call has stopped before. What a function
lists in its `def` line, each call has to bring.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1)
    a2 = my_dense(a1, W2, b2)
    a3 = my_dense(a2, W3, b3)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = sigmoid(my_dense(x, W1, b1))
    a2 = sigmoid(my_dense(a1, W2, b2))
    a3 = sigmoid(my_dense(a2, W3, b3))
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3)
    return a3


# %% or recognised by
import ast

from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """No activation is in the calls; with one in them it is another argument that is left out."""
    short = [call for call in facts.calls("my_dense") if len(call.inputs) < 4]
    handed = [arg for call in short for arg in call.inputs]
    kinds = (ast.Tuple, ast.List, ast.Lambda)
    other = any(arg.name == "sigmoid" or arg.is_a(*kinds) for arg in handed)
    return facts.says("my_dense", "missing 1 required positional argument: 'g'") and not other
