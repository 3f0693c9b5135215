"""The activation is applied inside the sum and once more outside.

1: Count how often g is applied on the way from the weighted sum to the output. How often is it in
   the formula above the cell?
2: Your numbers have gone through g twice. With the sigmoid they crowd together between 0.5 and
   0.73, whatever the input is: a sigmoid of a number between 0 and 1. With `g = lambda z: z` they
   are right. Find both calls and keep one.
3: A price of 100 with a discount of 10 %: `sale = lambda price: 0.9 * price`, so `sale(100)` is
   90. If the label is printed with the sale price, and the till calls `sale` again, the guest
   pays 81. Either the label or the till works out the discount. Write down for each of your
   names whether its number has been through g already.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(g(z))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return g(a_out)


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    a_out = g(g(z))
    return a_out
