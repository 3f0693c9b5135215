"""The output is taken to need one more layer, or a layer is run twice.

1: Count your calls of `my_dense` on the way to the result. How many layers does the network have?
2: The signal passes through four layers instead of three: one of them is run twice. If the sizes
differ, Python stops in the layer that is too many. Write the number of the layer next to each line,
and compare with the picture of part 6.
3: A stamp for each station: `pass_1 = stamp(paper, 1)`, `pass_2 = stamp(pass_1, 2)`, `pass_3 =
stamp(pass_2, 3)`. A line like `stamp(pass_3, 3)` behind it stamps station 3 once more, and the
guard counts four. When a list of steps has an end, the result of the last step is the answer as it
is.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(my_dense(a2, W3, b3, sigmoid), W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a2 = my_dense(a2, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a1 = my_dense(a1, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3
