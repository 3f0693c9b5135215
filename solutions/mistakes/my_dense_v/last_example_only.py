"""A loop over the examples is taken to collect what each turn computes.

1: How many rows went in, and how many come out? Which of the examples is the one that comes out?
2: You give back one row, that of the last example; there should be one for each. If each turn of a
loop puts its result under the same name, the last one is left. If the last row is picked out of a
table, the others are left behind. Which of the two is it, and what does the product do with a whole
batch?
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
