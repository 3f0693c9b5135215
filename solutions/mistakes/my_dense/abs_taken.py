"""Signs do not matter.

1: Call your function with `g = lambda z: z`. In the quick check one of the numbers should be
   negative. Where in your code does the sign get lost?
2: The second unit of the quick check has the sum -2.2, and with `g = lambda z: z` that is its
   output, too. Yours is above 0: a minus sign is dropped on the way, so what should pull an
   output down can push it up. Look for the step that takes the size of a number without its
   sign.
3: You pay in 50 and take out 80: 50 + (-80) = -30, you owe money. With `abs(-30)` the account
   shows 30, as if you had it. With `abs` around each booking it shows 130. In a sum, the sign
   tells the direction. Which number in your layer loses its direction?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(abs(z))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = abs(np.dot(w, a_in)) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.sum(np.abs(W[:, j] * a_in)) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = abs(g(z))
    return a_out
