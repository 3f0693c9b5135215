"""The running sum goes on from one unit to the next.

1: Your first unit is right, then the numbers drift. What does a unit find in its sum z when its
   turn begins? Print the sum at the start of each pass.
2: In your code the sum z is set once, before the loop over the units. The first unit starts at
   0, but the second starts at the sum of the first, and so on. Every unit needs a fresh start.
   Ask of each line above the sum: should it run once, or once for each unit?
3: Two guests, two bills: 3 + 4 and 5 + 1. With `total = 0` before both, the first pays 7 and
   the second, going on from there, pays 13. The waiter has to press "new bill" before each
   guest. Then they pay 7 and 6. In a loop over the guests the line `total = 0` belongs inside
   the loop, as its first line. Where is that line in your code?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    z = 0
    for j in range(units):
        w = W[:, j]
        z += np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    z = 0
    for j in range(units):
        for i in range(len(a_in)):
            z += W[i, j] * a_in[i]
        a_out[j] = g(z + b[j])
    return a_out
