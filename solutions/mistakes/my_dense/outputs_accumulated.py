"""The outputs of the units are added up.

1: Print your array of outputs at the end of each pass of the loop. Which slots change, and how
   does the number of the pass before live on?
2: In your code the output of a unit is added to what the units before have put out. The slots
   hold running totals. But each unit has a slot of its own and leaves the others alone. Look at
   the line that stores: at its sign, and at the place it names.
3: Three runners finish after 11, 12 and 14 seconds. The board has three lines, one for each:
   `board[k] = seconds`. With `board += seconds` every line goes up with every runner: 11 11 11,
   then 23 23 23, then 37 37 37. `+=` is for one total of many numbers. How many numbers does
   your layer put out?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out += g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j:] += g(z)
    return a_out
