"""A hidden unit is taken to pass on a decision, 0 or 1, as if it fired or not.

1: What does a hidden unit of yours pass on: a decision, or a number between 0 and 1?
2: Between two layers your numbers become 0 or 1. A unit at 0.51 and one at 0.99 then say the same
to the next layer. Print what goes into layer 2. Are there numbers between 0 and 1 among them? Only
the user of the network decides, and only at the very end.
3: Three friends guess the age of a tree: 48, 52 and 95 years. If each may only say "over 50" or
"not over 50", the next one hears no, yes, yes, and cannot tell 52 from 95. If they pass on the
numbers, the mean is 65. What is rounded on the way is lost for all who come after.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, lambda z: sigmoid(z) >= 0.5)
    a2 = my_dense(a1, W2, b2, lambda z: sigmoid(z) >= 0.5)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense((a1 > 0.5).astype(int), W2, b2, sigmoid)
    a3 = my_dense((a2 > 0.5).astype(int), W3, b3, sigmoid)
    return a3
