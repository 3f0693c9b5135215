"""A layer is taken to work without its bias.

1: Which argument have you not used yet? What is it for?
2: Set all inputs to zero. Then each unit should show g of its own bias; yours show g of 0, all the
same. So something is missing from the sum. Where does the formula of a unit add it, before the
activation or after it?
3: A water bill: 2 for each cubic metre and 30 for the meter: `2 * used + 30`. A house that uses
nothing pays 30. A bill of `2 * used` is 0 for that house, and 30 too low for all others. To find
such a gap, try the case in which everything else is zero.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W)
    A_out = g(Z)
    return A_out


# %% not if
from grader.diagnosis.facts import NUMPY, FunctionFacts


def exclude(facts: FunctionFacts) -> bool:
    """The bias is worked with: its effect is lost on another way."""
    b = facts.first(3)[2]
    terms = [side.name for part in facts.operations for side in part.sides]
    given = [arg.name for call in facts.calls(of=NUMPY) for arg in call.args]
    return b in (*terms, *given)
