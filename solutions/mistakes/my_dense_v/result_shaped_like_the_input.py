"""The result is taken to have the shape of the input.

1: How many columns does your result have, or the array that you fill? How many units does the layer
have, and which argument knows it?
2: Your result gets the shape of the input, as if each example had as many outputs as inputs. If
there are as many units as inputs, all is well; if not, Python stops, or the columns are too many or
too few. Which number of which shape counts the units?
3: Marks of 30 pupils in 4 tests: shape `(30, 4)`. Their grades in 2 subjects need a table of shape
`(30, 2)`. Made with `np.zeros(marks.shape)`, it has 4 columns, and 2 grades do not fill them. A
result has a row for each pupil like the input, but its columns are counted by something else.
"""

# %%
def my_dense_v(A_in, W, b, g):
    A_out = np.zeros(A_in.shape)
    for i in range(A_in.shape[0]):
        A_out[i] = g(np.matmul(A_in[i], W) + np.ravel(b))
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    A_out = np.zeros(A_in.shape)
    A_out[:] = g(np.matmul(A_in, W) + b)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out.reshape(A_in.shape)
