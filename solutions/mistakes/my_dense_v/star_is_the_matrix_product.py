"""The sign * is taken to be the matrix product.

1: Which sign or function multiplies your two matrices? What does it do with two arrays of the same
shape?
2: `*` multiplies place by place and adds nothing up. With a batch of shape `(3, 2)` and weights of
shape `(2, 4)` the places do not match: `could not be broadcast together`. If the shapes agree,
there is no error, but it is not a row that meets a column. What turns the products of a row and a
column into one number?
3: Two apples at 3 and five pears at 1: `np.array([2, 5]) * np.array([3, 1])` is `[6, 5]`, what each
kind costs. `np.dot(np.array([2, 5]), np.array([3, 1]))` is 11, what all of it costs. The star stops
after the products; a dot or matrix product adds them up.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = A_in * W + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.sum(A_in * W, axis=0) + b
    return g(Z)

# %%
def my_dense_v(A_in, W, b, g):
    Z = W * A_in + b
    A_out = g(Z)
    return A_out
