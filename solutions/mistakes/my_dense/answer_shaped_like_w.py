"""The array of outputs has the shape of W.

1: Print the `.shape` of your array of outputs, right below the line that makes it. Which of the
   arguments has the same shape? How many numbers should come back?
2: In the quick check W holds six weights, and your array of outputs has six places, in rows.
   But three units put out three numbers. Each output fills a whole row of your table, or finds
   none. Look at the line that makes the array: what is its size taken from?
3: A price table for 3 products in 2 shops has 6 places: shape `(3, 2)`. The totals of the two
   shops fit on a slip with 2 places. `np.zeros(prices.shape)` would make a slip of six places,
   in three rows, and `slip[0] = 12` writes the 12 into both places of row 0. How long does your
   slip have to be?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(W.shape)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros_like(W)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out
