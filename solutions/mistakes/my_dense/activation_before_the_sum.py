"""The activation is applied to each product before they are added up.

1: A unit has three steps: weigh and add up, add the bias, activate. In which order does your
   code take them? What is inside the brackets of g?
2: In your code each product goes through g on its own, and the results are added up. With the
   sigmoid and 400 inputs that would be a number near 200. A unit asks its activation once,
   about one number. Take the steps apart, give each a line of its own and print what it makes.
3: Three parcels of 0.4, 0.4 and 0.4 kg, sent together, and a function `fee` that charges 3 up
   to 1 kg and 5 above. Together they weigh 1.2 kg, so the fee is `fee(0.4 + 0.4 + 0.4)`, which
   is 5. Asking for each parcel and adding up, `fee(0.4) + fee(0.4) + fee(0.4)`, gives 9. First
   add up, then ask the function. Which of the two is your line?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.sum(g(w * a_in)) + b[j]
        a_out[j] = z
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = np.sum(g(W[:, j] * a_in + b[j]))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = np.sum(g(W[:, j] * a_in))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(len(a_in)):
            z += g(W[i, j] * a_in[i])
        a_out[j] = z + b[j]
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(len(a_in)):
            z += g(W[i, j] * a_in[i] + b[j])
        a_out[j] = z
    return a_out
