"""The product function is taken to add the bias when it gets it as a third argument.

1: How many factors does a product have? Look up what a third argument of `np.matmul` or `np.dot` is
for.
2: The third argument is not added: NumPy takes it for the place where the result is to be written.
The bias has not room for it, so Python stops, or the bias itself is overwritten. How do you add
something to the result of a function?
3: `round(2.71, 1)` is 2.7: the second argument says how many digits. Someone who wants 2.7 + 1 and
writes `round(2.71, 1, 1)` is stopped. `round(2.71, 1) + 1` is 3.7. What a place in the brackets
means is for the function to say; adding is done outside.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W, b)
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.dot(A_in, W, b)
    A_out = g(Z)
    return A_out
