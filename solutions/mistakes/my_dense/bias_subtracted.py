"""The bias is taken away from the weighted sum.

1: Call your function with all inputs 0 and `g = lambda z: z`. What should come out then, and
   what does come out? Compare the signs.
2: In that test the layer should put out b itself. Yours puts out the same numbers with the other
   sign. Look at the sign in front of the bias and compare it with the formula above the cell.
3: A bank account with 100 and a booking of -20: the new balance is 100 + (-20) = 80. Bookings
   are always added; a withdrawal is negative already. Who writes `balance - booking` gets 120
   here. The booking carries its own sign. Is that so for the bias, too? See what your line does
   with a bias of -0.2.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) - b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) - b
    a_out = g(z)
    return a_out
