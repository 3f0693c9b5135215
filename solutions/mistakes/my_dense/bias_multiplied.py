"""The weighted sum is multiplied by the bias.

1: Call your function with all inputs 0 and `g = lambda z: z`. What should come out then, and
   what does come out?
2: With all inputs 0 the layer should put out b itself, since 0 plus the bias is the bias. Yours
   puts out zeros, since 0 times anything is 0. And with a bias of 0 the inputs have no effect
   at all. Look at the sign between the weighted sum and the bias.
3: A phone bill: 0.1 for each of 50 minutes, and 8 a month. That is 0.1 * 50 + 8 = 13. With a
   times sign, 0.1 * 50 * 8 = 40, and a month without a call would be free. The fixed part
   shifts the bill up; it does not stretch it. Does the bias of a unit shift or stretch? Compare
   with your line.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) * b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) * b
    a_out = g(z)
    return a_out
