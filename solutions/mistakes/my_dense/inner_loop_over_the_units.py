"""The sum over the inputs has as many steps as there are units.

1: There is a loop within a loop in your code. What does the inner one go through, inputs or
   units? Compare with the number at which it stops.
2: The inner loop adds up the inputs of one unit. In the quick check these are two, but your
   inner loop makes three steps, one for each unit, and looks for an input that is not there.
   With fewer units than inputs some inputs are left out. Print how many steps the inner loop
   makes, and how many it needs.
3: Four teams play three games each. The outer loop goes through the 4 teams; for each team the
   inner loop adds up its 3 games: `for k in range(3): total += points[k, team]`. With
   `range(4)` in the inner loop it would look for a fourth game. Each of the two loops counts
   things of its own. What does your inner loop count?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = b[j]
        for i in range(units):
            z += w[i] * a_in[i]
        a_out[j] = g(z)
    return a_out
