"""The activation is taken to be fixed, so the function that is handed over is not used.

1: Which argument of your function have you not used yet?
2: Your layer always applies the same activation, whichever one it is told to use. With `lambda z:
z` as the last argument, the bare sums should come back. Call your function like that, and then with
`sigmoid`. Does the result change?
3: `def shout(words, how): return words.upper()` ignores `how`. `shout("hi", str.upper)` gives "HI",
as wanted. `shout("hi", str.title)` should give "Hi" and gives "HI" as well. With `return
how(words)` both are right. A test with a single choice cannot tell the two apart; a second choice
can.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = sigmoid(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = np.maximum(0, Z)
    return A_out


# %% or recognised by
from grader.diagnosis.facts import FunctionFacts

CHOSEN = ("exp", "tanh", "maximum", "where", "sigmoid", "relu", "softmax", "expit", "logaddexp")


def recognise(facts: FunctionFacts) -> bool:
    """The activation that is handed over is used nowhere, and another one is."""
    g = facts.first(4)[3]
    return g not in facts.used and not facts.raised and bool(facts.working.calls(*CHOSEN))
