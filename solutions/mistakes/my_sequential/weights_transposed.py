"""Weights are taken to hold a unit in each row, so they are transposed before use.

1: What is the shape of `W1`, and what is it after `.T`? Which of its two numbers counts the units?
2: The weights are turned before `my_dense` gets them, so a unit gets a row where its column is
meant. If the sizes differ, the shapes are not aligned; if all are equal, the numbers are wrong.
Print the shape that reaches `my_dense`, and read the docstring line about the weights once more.
3: A table of prices has a row for each product and a column for each shop: shape `(3, 2)`. Turned
by `.T` it is `(2, 3)`: a row for each shop. Code that reads a shop from a column now gets a
product. Some courses store their tables one way, some the other; before you turn one, ask what its
columns are.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1.T, b1, sigmoid)
    a2 = my_dense(a1, W2.T, b2, sigmoid)
    a3 = my_dense(a2, W3.T, b3, sigmoid)
    return a3
