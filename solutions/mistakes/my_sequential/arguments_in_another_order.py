"""The order of the arguments is taken not to matter.

1: Compare your calls with the `def` line of `my_dense`, place by place. What does it expect in its
first, second and third place?
2: Python hands over arguments by place, not by name. So `my_dense` takes one thing for another.
Write the `def` line of `my_dense` above one of your calls, so that the commas stand below each
other. Which arguments do not stand below their own names?
3: `def speed(metres, seconds): return metres / seconds`. A runner needs 10 seconds for 100 metres.
`speed(100, 10)` is 10; `speed(10, 100)` is 0.1, and Python does not complain. It puts the first
value into the first name and the second into the second. If you name them, as in `speed(seconds=10,
metres=100)`, the order is free.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(W1, x, b1, sigmoid)
    a2 = my_dense(W2, a1, b2, sigmoid)
    a3 = my_dense(W3, a2, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, b1, W1, sigmoid)
    a2 = my_dense(a1, b2, W2, sigmoid)
    a3 = my_dense(a2, b3, W3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(W1, b1, x, sigmoid)
    a2 = my_dense(W2, b2, a1, sigmoid)
    a3 = my_dense(W3, b3, a2, sigmoid)
    return a3
# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, b3, W3, sigmoid)
    return a3


# %% or recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """Weights stand where no weights are awaited, or a bias where weights are."""
    _, *arrays = facts.first(7)
    weights, biases = arrays[::2], arrays[1::2]
    return bool(facts.raised) and any(
        call.arg(1).name in biases or {call.arg(0).name, call.arg(2).name} & {*weights}
        for call in facts.calls("my_dense", "my_dense_v")
    )
