"""The activation is applied once, after the loop.

1: Compare your outputs with the sums of the units: the first of them are the same. Which lines
   run once for each unit, and which once in all?
2: In the quick check your code stores the sums 0.1 and -2.2, and only the last unit has gone
   through the activation. The line with g stands after the loop, so it runs once. Look at how
   far the lines are moved in.
3: Three letters are to be folded and stamped. `for k in range(3): fold(k)` and then, not moved
   in, `stamp(k)`: three are folded, and one is stamped, the last, since k stays at 2 after the
   loop. Moved in below `fold(k)`, the stamp comes down three times. Which of your lines is the
   stamp?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = z
    a_out[j] = g(z)
    return a_out
