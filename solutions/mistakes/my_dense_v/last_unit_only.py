"""A loop over the units is taken to collect what each turn computes.

1: How many numbers come out for each example, and how many units are there? Which of the units is
the one that comes out?
2: You give back the last unit alone: one number for each example, where there should be one for
each unit. If each turn of a loop puts its result under the same name, the last one is left. If the
last column is picked out of a table, the others are left behind. Which of the two is it? The
product of two matrices takes all columns at once.
3: Prices in three shops: shape `(5, 3)`. `for shop in range(3): cost = basket @ prices[:, shop]`
leaves the cost in the last shop. `costs = basket @ prices` is a row of three: the cost in each. If
there is a loop, each turn needs a place of its own.
"""

# %%
def my_dense_v(A_in, W, b, g):
    for j in range(W.shape[1]):
        A_out = g(np.matmul(A_in, W[:, j]) + np.ravel(b)[j])
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out[:, -1]

# %%
def my_dense_v(A_in, W, b, g):
    for j in range(W.shape[1]):
        Z = np.matmul(A_in, W[:, j]) + b[j]
    A_out = g(Z)
    return A_out
