"""Weight and input are added to each other.

1: What does a weight do to its input in the formula above the cell? Compare the sign between the
   two in your code.
2: With a weight of 0 an input should make no difference at all. Try it with your code: set all
   weights to 0 and change one input. The answer still moves, because weight and input are added.
   Look at the sign between them, and at what unit 0 in part 3 does.
3: You buy 4 apples at 2 each. The price says how strongly each apple counts: 4 * 2 = 8. Adding
   them, 4 + 2 = 6, mixes apples with money. If apples are free, the price is 0 and you pay 4 *
   0 = 0, however many you take; 4 + 0 = 4 would be odd. Which is the price in your line, which
   the number of apples, and what stands between them?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.sum(w + a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return g(np.sum(a_in) + np.sum(W, axis=0) + b)
