"""The activation is taken to be applied to the inputs.

1: Put the three steps of a unit in order: activate, weigh and sum, add the bias. Which one comes
first in your code?
2: You activate what comes in, before it is weighed and summed. But it comes finished: it may be
pixels, or outputs of the layer before, which has used its own activation on them. In this layer the
activation is for the sums. What does the formula put into the brackets of g?
3: A jury adds up points and then gives a medal: `medal(3 + 4 + 2)`. If it gives medals to the
single points first and then adds, as in `medal(3) + medal(4) + medal(2)`, the sum of three medals
is no medal. Sum first, judge last: the judgement is about the whole.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(g(A_in), W) + b
    A_out = Z
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(g(A_in), W) + b
    A_out = g(Z)
    return A_out
