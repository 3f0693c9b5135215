"""The weights are put first in the product, as in the formula W x.

1: Write the shapes of the two factors side by side: (rows, columns) and (rows, columns). Do the two
numbers that touch agree?
2: With 3 examples of 2 inputs and 4 units, the weights have the shape `(2, 4)` and the input has
`(3, 2)`. With the weights in front, 4 touches 3, and Python stops. If all sizes are equal, it does
not stop, and the numbers are wrong. In which order do the two numbers n touch?
3: Four baskets with three products: shape `(4, 3)`. Prices of three products in two shops: shape
`(3, 2)`. `np.matmul(baskets, prices)` works: 3 meets 3, and a table `(4, 2)` comes out, a row for
each basket. `np.matmul(prices, baskets)` has 2 meet 4 and stops. The order of a matrix product is
part of what it says.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(W, A_in) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.dot(W, A_in) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    return g(np.add(b, np.matmul(W, A_in)))
