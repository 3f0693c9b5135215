"""Reshaping turns the columns of W into rows.

1: Make a small W with the numbers 1 to 6 in two rows and three columns. Print it before and
   after your code has cut it anew. Do the weights of one unit still stand together?
2: In `[[1, 2, 3], [4, 5, 6]]` the weights of unit 0 are 1 and 4. Your code reads the numbers
   row by row and cuts them into pieces of two. The first piece is 1 and 2: weights of two
   different units. Such a cut does not swap rows and columns. Print the pieces, then look for a
   way to pick a column.
3: Three players, two games: `points = np.array([[3, 7, 1], [4, 0, 2]])`, a row for each game.
   `points.reshape(3, 2)` is `[[3, 7], [1, 4], [0, 2]]`: the numbers in the same order, in
   shorter lines. So `[3, 7]` mixes two players. `points.T` is `[[3, 4], [7, 0], [1, 2]]`: rows
   and columns swapped, a player in each row. And `points[:, 0]` is the first player right away.
   Which do you need?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W.reshape(units, -1)[j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    W = np.reshape(W, (len(b), len(a_in)))
    a_out = g(np.dot(W, a_in) + b)
    return a_out
