"""The sum of the products is the product of the sums.

1: What comes first in the formula above the cell: multiplying or adding up? Read your line and say
   which of the two comes first there.
2: Take two inputs 1 and 2 with the weights 10 and 100. Multiplied pair by pair and then added
   they give 10 + 200 = 210. Your order adds first: 3 times 110 is 330. So every input gets
   mixed up with every weight. Change the order of the two steps.
3: You work 2 hours at 10 and 5 hours at 20. Your pay is 2 * 10 + 5 * 20 = 120. Adding up first,
   7 hours times 30, would be 210: as if every hour were paid by both. Each number of hours
   belongs to one wage, so they have to meet in pairs, before anything is added up. Which pairs
   are there in your layer?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.sum(w) * np.sum(a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return g(np.sum(W, axis=0) * np.sum(a_in) + b)
