"""Working inside the array of the caller is taken to be free.

1: Call your function twice with the same arrays. Is the second answer the same? Print `A_in` before
and after.
2: Your numbers are put into the array that came in, so the caller's data are gone, and the next call
starts from other numbers. If there are more or fewer units than inputs, there is not even room for
them. Which line writes into `A_in`, and what could take the result instead?
3: `def grades(points): points[:] = points / 10; return points` changes the caller's list of points.
The first call gives 7.5 for 75, the second one 0.75. `return points / 10` makes a new array, and
the points stay what they were. Read from what comes in; write into something new.
"""

# %%
def my_dense_v(A_in, W, b, g):
    A_in[:] = g(np.matmul(A_in, W) + b)
    return A_in

# %%
def my_dense_v(A_in, W, b, g):
    for i in range(A_in.shape[0]):
        A_in[i] = g(np.matmul(A_in[i], W) + np.ravel(b))
    return A_in

# %%
def my_dense_v(A_in, W, b, g):
    for i in range(A_in.shape[0]):
        A_in[i, :] = np.dot(A_in[i, :], W) + np.ravel(b)
    return g(A_in)
