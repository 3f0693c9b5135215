"""The bias comes in at the start and again at the end.

1: How often does the bias of a unit come into your code? Read it line by line with a pencil,
   and make a mark each time.
2: Your code uses the bias of a unit in two places, so it counts twice. Call your function with
   all inputs 0 and `g = lambda z: z`: each output should be the bias, and yours is twice that.
   Choose one of the two places.
3: The price of a ticket is 20, and the booking fee is 3. The shop writes `total = 3`, then
   `total = total + 20`, which makes 23. When the receipt then prints `total + 3`, the guest
   pays 26: the fee was in there from the start. Either start at 0 and add the fee at the end,
   or start at the fee and leave it at that. Which of the two do you want?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z) + b[j]
    return a_out
