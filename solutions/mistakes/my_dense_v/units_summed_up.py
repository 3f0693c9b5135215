"""The units of a layer are taken to be summed into one number for each example.

1: How many numbers should each example give, one or as many as there are units? Look for a sum in
your code: over which axis does it run?
2: Each example ends as one number, so the units cannot be told apart, and the next layer would get
one input where it expects many. The product sums over the inputs by itself; the result keeps a
column for each unit. Print the shape before and after your sum.
3: Two pupils with three marks each: `marks` has the shape `(2, 3)`. `marks.sum(axis=1)` has 2
numbers: the tests are gone, and nobody can say who was good in which. `marks` itself keeps them. If
the next step wants to know each test, it must not be summed away.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return np.sum(A_out, axis=1)

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.sum(np.matmul(A_in, W) + b, axis=1)
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return np.sum(A_out, axis=1, keepdims=True)
