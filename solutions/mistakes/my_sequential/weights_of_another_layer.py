"""One layer is computed with its own bias but with the weights of another layer.

1: Look at the capital letters. Read the numbers behind `W` from the first layer to the last. Which
number breaks the row?
2: One weight matrix is used twice, and another one never. If the layers are equally wide, no error
shows it, only wrong numbers. Go through the `def` line with a pencil and cross out each `W` that a
layer of yours uses. Which one is left?
3: A bill has three items: `pay(bread, price_1, tax_1)`, `pay(milk, price_1, tax_2)`, `pay(tea,
price_3, tax_3)`. The milk has its own tax but the price of the bread. Such a slip hides well, since
half of the line is right. Reading down one column at a time, `price_1, price_1, price_3`, shows it
at once.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W1, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W2, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W1, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W2, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W3, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W3, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3
