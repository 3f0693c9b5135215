"""The examples of a batch are taken to be summed or averaged into one row.

1: How many rows went in, and how many come out? Look for a sum or a mean in your code: over which
axis does it run?
2: You melt all examples into one, so nobody can tell any more what the layer makes of the second
image. A row comes in for each example, and a row should go out for each. The product sums over the
inputs by itself. Which sum or mean of yours is one too
many?
3: Two pupils with three marks each: `marks` has the shape `(2, 3)`. `marks.sum(axis=0)` has 3
numbers, one per test: the pupils are gone. `marks.sum(axis=1)` has 2 numbers, one per pupil. To
know which axis a sum swallows, print the shape before and after.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.sum(np.matmul(A_in, W) + b, axis=0)
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return np.mean(A_out, axis=0)

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.mean(np.matmul(A_in, W) + b, axis=0)
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return np.sum(A_out, axis=0)

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.sum(np.matmul(A_in, W), axis=0) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(np.mean(A_in, axis=0), W) + b
    A_out = g(Z)
    return A_out
