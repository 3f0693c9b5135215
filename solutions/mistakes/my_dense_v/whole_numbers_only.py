"""An array is taken to hold decimals whatever type it was made with.

1: Call your function with whole numbers in every array, and print the `dtype` of what comes
   back. Can it hold 0.73?
2: Where whole numbers come in, your activations come out as whole numbers: what is behind the point
is cut off, so 0.73 becomes 0. The sums before are right. Where does your code choose a type, or
copy one from the input?
3: `a = np.array([1, 2])` holds whole numbers. After `a[0] = 2.7`, the array is `[2, 2]`: the 0.7 is
cut off without a word. `np.array([1.0, 2.0])` keeps 2.7. `np.zeros(2)` has room for decimals, while
`np.zeros_like(a)` copies the type of `a`, and with it the cut.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = np.zeros_like(Z)
    A_out[:] = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z).astype(A_in.dtype)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    A_out = np.matmul(A_in, W) + b
    A_out[...] = g(A_out)
    return A_out
