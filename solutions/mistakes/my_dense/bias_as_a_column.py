"""The biases stand in a column, below one another.

1: Print the shape of what you return, and of each thing that you add up. Which of them has a
   second number in its shape?
2: The weighted sums lie in a row, one for each unit, and your biases stand in a column. NumPy then
   adds every bias to every sum, and a square table comes out. Each sum needs only the bias of its
   own unit. Find what turns the biases upright: a reshape, a new axis or double brackets.
3: Prices `[4, 5]` and bags `[[1], [2]]`: `prices + bags` is `[[5, 6], [6, 7]]`, four numbers for
   two goods. With the bags in a row, `[1, 2]`, it is `[5, 7]`, one bag for each. NumPy stretches a
   column over a row without a word. Print both shapes before you add.
"""

# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b[:, np.newaxis]
    return g(z)


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(W.T, a_in) + b.reshape(-1, 1)
    return g(z)
