"""The bias is taken to need a transpose before it is added.

1: Print the shape of `b` and of `b.T`, once for a bias of shape `(j,)` and once for `(1, j)`. What
does the turn do in each case?
2: A bias of shape `(j,)` is not changed by a turn, so those calls come out right. A bias of shape
`(1, j)` becomes a column, and its numbers go to the examples instead of the units. With 2 examples
and 2 units there is not even an error. Which of the two axes of the result counts the units?
3: Two pupils, three tests: `marks` has the shape `(2, 3)`, a bonus for each test comes as
`np.array([[1, 0, 2]])`, shape `(1, 3)`. `marks + bonus` adds it to each row. `marks + bonus.T` puts
`(2, 3)` and `(3, 1)` together and stops. A row that is to be added to each row stays a row.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b.T
    A_out = g(Z)
    return A_out
