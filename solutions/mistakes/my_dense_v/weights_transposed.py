"""The weights are taken to hold a unit in each row, so that they have to be turned.

1: What is the shape of `W`? Which of its two numbers counts the units, and along which axis do the
weights of one unit lie?
2: The product runs along the rows of `W`; the docstring says that the weights of a unit are a
column. With 3 examples of 2 inputs and 4 units, the sizes 2 and 4 meet, and Python stops. If there
are as many units as inputs, it does not stop, and the numbers are wrong. What do the columns of `W`
stand for?
3: Prices have a row for each product and a column for each shop: shape `(3, 2)`. Baskets have a row
each: `(4, 3)`. `np.matmul(baskets, prices)` fits as it stands. With `prices.T` a shop lies in a
row, and 3 meets 2. Some courses store one unit per row, and there the turn is needed; here the
columns are the units.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W.T) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.dot(A_in, W.T) + b
    A_out = g(Z)
    return A_out
