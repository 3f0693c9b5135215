"""The result is taken to be one long row of numbers.

1: How many brackets stand around your result, and how many does the docstring promise?
2: The numbers are right, but all of them stand in one row: with 3 examples and 4 units, 12 numbers
where a table of shape `(3, 4)` is wanted. Nobody can tell where one example ends. Which step throws
the table away?
3: A calendar month as a table has a row for each week: `(4, 7)`. Laid out in one row it has 28 days
and no weeks. `table[1]` is the second week; `row[1]` is the second day. The numbers are the same;
what is lost is where they belong.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out.ravel()

# %%
def my_dense_v(A_in, W, b, g):
    A_out = []
    for row in A_in:
        for a in g(np.matmul(row, W) + np.ravel(b)):
            A_out.append(a)
    return np.array(A_out)
