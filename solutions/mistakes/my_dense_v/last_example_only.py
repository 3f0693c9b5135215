"""A loop over the examples is taken to collect what each turn computes.

1: What does the name in front of the equals sign hold after the first turn of the loop, and what
after the second?
2: Each turn puts its result under the same name, so after the loop the last example is left. You
give back one row; there should be one for each example. Either each turn needs a place of its own,
or no loop is needed at all: what does the product do with a whole batch?
3: `for word in ["one", "two", "six"]: size = len(word)` leaves 3 in `size`, the size of "six". The
other two sizes were there for a moment. `sizes = [len(word) for word in words]` keeps all three.
And for arrays a loop is seldom needed: `np.sqrt(table)` works on all rows.
"""

# %%
def my_dense_v(A_in, W, b, g):
    for row in A_in:
        Z = np.matmul(row, W) + b
        A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    for i in range(A_in.shape[0]):
        A_out = g(np.dot(A_in[i], W) + np.ravel(b))
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out[-1]
