"""The sum leaves out the first or the last input.

1: Set all inputs to 0 except one, and let that one wander from place to place. At which place
   does your answer stop changing? Compare with where your sum begins and ends.
2: One input at the edge has no influence on your answer: the first one or the last one. Look at
   where the sum over the inputs begins and where it ends. `range(4)` goes 0, 1, 2, 3: it starts
   at 0 and stops before 4. Write down the positions that your sum visits when there are two
   inputs.
3: Three rooms of 12, 9 and 20 square metres: `rooms = [12, 9, 20]`. `sum(rooms[1:])` is 29: the
   colon starts at position 1, and the room at position 0 is left out. `for i in
   range(len(rooms) - 1)` visits 0 and 1, and the last room is left out. All positions are 0, 1,
   2, that is `range(len(rooms))`. Which of these does your code visit?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w[1:], a_in[1:]) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w[:-1], a_in[:-1]) + b[j]
        a_out[j] = g(z)
    return a_out
