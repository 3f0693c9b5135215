"""The products are summed along each row of W, over the units.

1: Look at the sum over the table of products. Print the table's shape, and the shape of what is
   left after the sum. Which of the two should be left: one number for each input, or one for
   each unit?
2: In the quick check there are two inputs and three units. Your sum adds up the three products
   of each input, so two numbers are left, one for each input. Then three biases are added to
   two numbers. The sum has to run over the inputs, so that one number for each unit is left.
   Look at the axis.
3: Rain in millimetres, a row for each day and a column for each town: `rain = np.array([[1, 0,
   2], [4, 3, 0]])`. `rain.sum(axis=1)` is `[3, 7]`, one number for each day: the towns are
   added up. `rain.sum(axis=0)` is `[5, 3, 2]`, one for each town: the days are added up. The
   axis you name is the one that disappears. Which of the two should disappear in your layer?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    z = np.sum(W.T * a_in, axis=0) + b
    a_out = g(z)
    return a_out
