"""One layer is computed with its own weights but with the bias of another layer.

1: Look at the biases alone. Which layer borrowed one? Read the numbers behind `b` from the first
layer to the last.
2: One bias is used twice, and another one never. As long as the biases are small, the result is off
by little, and so the slip can hide. Cross out in the `def` line each `b` that a layer of yours
uses. Which one is left?
3: Three runners start with a lead: `time(anna, speed_1, lead_1)`, `time(ben, speed_2, lead_1)`,
`time(cleo, speed_3, lead_3)`. Ben runs at his own speed, with the lead of Anna. If nobody had a
lead, the slip would not show. Reading down one column at a time, `lead_1, lead_1, lead_3`, brings
it out.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b1, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b2, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b1, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b2, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b3, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b3, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3
