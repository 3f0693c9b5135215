"""The sigmoid falls as its input grows.

1: Which activation do your layers get? Call it with -5, 0 and 5 and write the three numbers down.
Which way do they go, up or down?
2: Your own activation is the right one in a mirror: where it should be near 1 it is near 0. At 0
both give 0.5, so one test with 0 shows nothing. Look at each minus sign in it, or at its absence,
and at which of two branches belongs to which sign.
3: A thermometer that is mounted upside down shows 5 where it should show -5, and 0 where it is 0.
Somebody who checks it in melting ice is content. One warm cup of tea shows the fault at once. So
try a large input and a small one, and say beforehand which of the two should give more.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, lambda z: 1 / (1 + np.exp(z)))
    a2 = my_dense(a1, W2, b2, lambda z: 1 / (1 + np.exp(z)))
    a3 = my_dense(a2, W3, b3, lambda z: 1 / (1 + np.exp(z)))
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    def falling(z):
        return 1 - sigmoid(z)

    a1 = my_dense(x, W1, b1, falling)
    a2 = my_dense(a1, W2, b2, falling)
    a3 = my_dense(a2, W3, b3, falling)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, lambda z: sigmoid(-z))
    a2 = my_dense(a1, W2, b2, lambda z: sigmoid(-z))
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3
