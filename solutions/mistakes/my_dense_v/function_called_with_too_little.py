"""A function of one's own knows by itself what it needs.

1: Your line calls a function by its name. Put the line that begins with `def` above the call and
draw an arrow from each parameter to what you hand over. Which parameter gets no arrow?
2: The function that you call asks for more than the call hands over, so Python stops before
anything is worked out. What your own function was given is not passed on by itself. Which of your
arguments have you not handed on yet?
3: `def price(net, tax): return net * (1 + tax)` needs two things. In `def bill(items, tax):` the
line `sum(price(item) for item in items)` stops: `tax` is known to `bill`, but `price` gets what
stands in its brackets and nothing else. `price(item, tax)` hands it on.
"""

# %%
def my_dense_v(A_in, W, b, g):
    return np.array([my_dense(a_in, W, b) for a_in in A_in])

# %%
def my_dense_v(A_in, W, b, g):
    A_out = np.zeros((A_in.shape[0], W.shape[1]))
    for i in range(A_in.shape[0]):
        A_out[i] = my_dense(A_in[i], W, g)
    return A_out


# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """A call of a function, not of one after a dot, leaves an argument out in each case."""
    named = {call.function for call in facts.calls()} - {""}
    words = "required positional argument"
    left_out = any(facts.says(f"{name}() missing", words) for name in named)
    return left_out and facts.raised == {"TypeError"}
