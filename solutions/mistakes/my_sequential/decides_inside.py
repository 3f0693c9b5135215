"""The network is taken to put out a decision, 0 or 1.

1: Look at your last steps. Who decides between 0 and 1: the network, or the one who uses it?
2: You give back a yes or a no; a prediction is a number between 0 and 1. An estimate of 0.51 and
one of 0.99 become the same, and nobody can choose another threshold any more. Which step turns the
estimate into a decision? Is that step the network's task?
3: A weather service knows a chance of rain of 0.4. If it hands over `chance >= 0.5`, a picnic and a
wedding get the same "no". If it hands over 0.4, the family may go, and the wedding gets a tent. So
`chance` is returned, and `chance >= 0.5` is left to those who plan.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return (a3 >= 0.5).astype(int)

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return np.round(a3)

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return np.where(a3 >= 0.5, 1, 0)

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3 >= 0.5


# %% or recognised by
import ast

from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    """The last thing that happens to the result is a comparison."""

    def decides(part: Part) -> bool:
        if part.operator == "*":
            return any(side.number == 1 for side in part.sides) and any(map(decides, part.sides))
        if part.called == "where" and len(part.args) == 3:
            return decides(part.args[0]) and {end.number for end in part.args[1:]} == {0, 1}
        if part.called == "astype":
            return decides(part.owner)
        made = part.called in ("int", "float", "array") and decides(part.arg(0))
        return made or part.operator in ("<", "<=", ">", ">=")

    def decision(part: Part) -> bool:
        """Something written out is given back, whichever way a comparison goes."""
        given = [end.value for end in part.branches if end.is_a(ast.Return)]
        return decides(part.test) and bool(given) and all(value.is_constant for value in given)

    returned = [decides(found.value) for found in facts.returns]
    ways = [part for part in facts.of(ast.If) if decision(part)]
    written = all(found.value.is_constant for found in facts.returns)
    # Of several numbers nobody can say whether they are at least 0.5.
    either = bool(ways) and written and facts.raised <= {"ValueError"}
    return either or (not facts.raised and returned == [True])
