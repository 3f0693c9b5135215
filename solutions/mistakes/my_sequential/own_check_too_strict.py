"""A check in front keeps wrong calls away.

1: Your own check stops the call, and the call is right. What does your check ask for, and what does
the call that is shown bring?
2: A check of what comes in, which you wrote yourself, turns right calls away, so nothing is worked
out there. A network takes layers of any size that fit together. Say in words what your condition
asks for. Must that be so in every right call? If not, ask for what must be so, or take the check
out.
3: A ticket machine asks for an age above 18 "to be safe". Children have tickets, too, and the
   machine sends them away: the machine is not broken, its question is wrong. `if age < 18: raise
   ValueError` has to go, or to become a question that each guest with a ticket passes. Which guest
   does yours send away?
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    if W1.shape[0] != W2.shape[0]:
        raise ValueError("layers do not fit")
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3


# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    assert x.ndim == 2, "x must be a batch"
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    return my_dense(a2, W3, b3, sigmoid)


# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    return not facts.sizes_written_out and facts.own_check_stops()
