"""A layer is taken to end with the weighted sum.

1: Your numbers are right up to one step before the end. What is the last step of a unit?
2: You give back the sums, so they can be any number. With no activation at all they would be the
answer, but with a sigmoid each should lie between 0 and 1. Look at the argument `g`, and at the
name that you return. Has what you return been through `g`?
3: A thermostat reads 24 degrees and then decides on a power from 0 to 1: `power(24)` is 0.2. If the
reading itself is sent to the heater, it gets 24 where it expects a number up to 1. The reading is
right, and it is not the answer. What is handed on is the result of the last step.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = Z
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return Z
