"""The bias is taken to belong to the weights or to the inputs, so it is added before the product.

1: Set all inputs to zero. What should each unit put out then, and what does yours put out?
2: The bias goes into the product, so it is multiplied as well, once for each input. With 400 inputs
that is a lot of bias. With inputs of zero it is gone from the result, or it is weighed. Write down
the formula for z: where does b stand, inside the brackets of the product or behind them?
3: A taxi: 2 for each km and 5 for getting in. A ride of 10 km costs `10 * 2 + 5`, that is 25. `10 *
(2 + 5)` is 70: the fee is paid on each km. `(10 + 5) * 2` is 30: the fee counts as more road. It is
paid once per ride, so it is added after the product.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W + b)
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in + b, W)
    A_out = g(Z)
    return A_out
