"""The counter of a loop has to be given its value by hand, inside the loop.

1: Which name counts the units in your loop? Print it at the end of each pass. Does it go through
   all of them?
2: The loop gives its counter a new value at the start of each pass. A line inside your loop gives
   the same name another value, so that each pass works on what that line says. Find the line in
   which the counter stands on the left of an equals sign, and ask what the code does without it.
3: `for day in range(3):` makes day 0, then 1, then 2. With `day = 0` as the first line inside,
   `print(day)` shows 0 three times: three passes, and all of them about the first day. The loop
   turns the page by itself; the line turns it back. Who turns the page in your code?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        j = 0
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        j = units - 1
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %% recognised by
import ast

from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    """The counter is given a value that does not come from it, and is used after that."""

    def by_hand(loop: Part, put: Part) -> bool:
        value = put.value
        own = put.target.name == loop.counter and loop.counter not in value.names
        later = any(
            part.name == loop.counter and part.line > put.line and not part.stored
            for part in loop.repeated
        )
        return own and later and not value.is_a(ast.Call)

    return any(
        loop.counter and put in loop.repeated and by_hand(loop, put)
        for loop in facts.for_loops
        for put in facts.assignments
    )
