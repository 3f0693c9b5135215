"""The result is taken to need a row for each unit instead of a row for each example.

1: One row per example comes in. What should one row be on the way out, and what is it in your
result?
2: The numbers are right, but the table is turned: with 3 examples and 4 units you give the shape
`(4, 3)` where `(3, 4)` is wanted. The next layer would take units for examples. Print the shape of
your result, and look for the step that turns it.
3: A bus company counts guests: `guests` has a row for each day and a column for each bus, `(7, 3)`.
`guests * fares` gives the income in the same shape, a row for each day. If a program hands on
`(guests * fares).T`, row 0 is all that bus 0 earned in the week, and whoever reads row 0 as Monday
is wrong. Keep the rows what they were.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out.T

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(W.T, A_in.T) + np.reshape(b, (-1, 1))
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z.T)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    A_out = []
    for j in range(W.shape[1]):
        A_out.append(g(np.matmul(A_in, W[:, j]) + np.ravel(b)[j]))
    return np.array(A_out)
