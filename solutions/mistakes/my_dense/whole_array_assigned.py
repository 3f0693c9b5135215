"""Storing an output in the array fills the slot whose turn it is.

Also: outputs_accumulated + zeros_inside_the_loop

1: Print your array of outputs at the end of each pass of the loop. How many of its numbers
   change in one pass?
2: All your outputs are equal: the output of the last unit stands in every slot. In each pass,
   the line that stores fills the whole array with one number, and the pass after that fills it
   again. A pass should change one slot only. Look at what your line says about the place.
3: A row of three mailboxes: `row = np.array([0, 0, 0])`. `row[:] = 7` puts a 7 into each, and
   `row[:] = 9` after that a 9 into each. `row[1] = 7` is for one house. A colon means "all of
   them"; a number means "this one". What does your line say in the place of the house number?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[:] = g(z)
    return a_out
