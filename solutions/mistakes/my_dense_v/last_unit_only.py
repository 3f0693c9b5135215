"""A loop over the units is taken to collect what each turn computes.

1: What does the name in front of the equals sign hold after the first turn of the loop, and what
after the second?
2: Each turn puts the outputs of one unit under the same name, so after the loop those of the last
unit are left: one number for each example, where there should be one for each unit. Is a loop over
the units needed at all? The product of two matrices takes all columns at once.
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
