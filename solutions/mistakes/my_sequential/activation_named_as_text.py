"""The activation is taken to be named by a text, as in Keras.

1: Look at the last argument of your calls. Is it a text, or is it the function itself? What does
`my_dense` do with it?
2: Python says `'str' object is not callable`. Inside `my_dense` the last argument is called with a
number, but a text in quotes cannot be called. In Keras you name the activation, and Keras looks it
up; here nobody does. Compare the quotes in your code with the text of the exercise.
3: `def twice(f, n): return f(f(n))` calls what it is given. With `twice(abs, -3)` it works: `abs`
is a function. With `twice("abs", -3)` Python stops: the three letters in quotes are a text, and a
text has no body that could run. It is the difference between a cook and the word "cook".
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, "sigmoid")
    a2 = my_dense(a1, W2, b2, "sigmoid")
    a3 = my_dense(a2, W3, b3, "sigmoid")
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, "sigmoid")
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, g="sigmoid")
    a2 = my_dense(a1, W2, b2, g="sigmoid")
    a3 = my_dense(a2, W3, b3, g="sigmoid")
    return a3


# %% or recognised by
import ast

from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """A text is written in the function, and called in the end."""
    documented = {found.value for found in facts.of(ast.Expr)}
    texts = (part for part in facts.of(ast.Constant) if part not in documented)
    written = any(isinstance(part.constant, str) for part in texts)
    return written and facts.says("'str' object is not callable")
