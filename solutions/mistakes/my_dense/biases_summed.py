"""Every unit adds the sum of all biases.

1: How many biases does one unit have? Look at what you do to b before you add it.
2: Your code adds up all the biases and gives that sum to every unit. With all inputs 0 all
   units put out the same number, though their biases differ. A unit adds its own bias only.
   Look at what picks the bias: it should change from unit to unit.
3: Three flats have running costs of their own: `costs = np.array([50, 80, 60])`. If each
   tenant's rent is raised by `costs.sum()`, everybody pays 190 more, and the house takes in
   three times too much. Tenant k pays `costs[k]`: 50, 80 or 60. Which part of b is meant for
   one unit?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + np.sum(b)
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + np.sum(b)
    a_out = g(z)
    return a_out
