"""The bias is taken to be subtracted or multiplied.

1: Look at the sign between the product and the bias. What does the formula of a unit say there?
2: Your bias does something to the sum, but it is not added. Set all inputs to zero: each unit
should show g of its own bias. Compare that with what yours show: g of 0, or g of the bias with the
other sign. Which sign has to change?
3: A savings account: 100 in it, and 5 come as a gift. `100 + 5` is 105. With `100 - 5` the gift is
a loss, with `100 * 5` it is a fortune. For an empty account, `0 + 5`, `0 - 5` and `0 * 5` are 5, -5
and 0: the empty case shows at once which sign is in the code.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) - b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) * b
    A_out = g(Z)
    return A_out
