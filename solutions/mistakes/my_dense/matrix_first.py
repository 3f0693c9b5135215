"""The layer is W times the input, in that order, as in the formula.

1: Write the shape of W and the shape of `a_in` beside each other, in the order in which your
   line has them. Inputs have to meet inputs. Which two numbers meet here, and what do they
   count?
2: In the quick check your line puts shape (2, 3) before shape (2,). The 3 counts units, the 2
   counts inputs, and they do not fit. Where W is square Python does not stop, but the weights
   come from the rows of W and the numbers are wrong. Write the shapes down again in another
   order, so that the number of inputs meets the number of inputs.
3: Three products, two shops: `prices` has the shape `(3, 2)`, the `basket` the shape `(3,)`. In
   `basket @ prices` the 3 meets the 3: amounts times prices, product by product. The 2 is left,
   a total for each shop. In `prices @ basket` the 2 meets the 3, shops against products, and
   Python stops. Which number of W counts the same things as your input?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    z = np.dot(W, a_in) + b
    a_out = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.matmul(W, a_in) + b
    a_out = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = W @ a_in + b
    a_out = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.sum(W * a_in, axis=1) + b
    a_out = g(z)
    return a_out
