"""Each unit adds its own number.

1: Give your layer inputs of 0. Which numbers should come out then, and which argument decides that?
   Does your answer change when you change `b`?
2: With all inputs 0 and `g = lambda z: z`, your layer gives 0, 1, 2 and so on, or numbers that have
   these in them: the place of the unit goes into the sum. What belongs there is a number that comes
   from outside and is stored at that place. Which name in your line is a place, and which holds
   what is stored?
3: Lockers with the numbers 0, 1, 2 hold 7, 4 and 9 coins: `coins = [7, 4, 9]`. Somebody counts
   `total += k` for k in 0, 1, 2 and gets 3: the numbers on the doors were added. `total +=
   coins[k]` opens the lockers: 20. Does your line add the door or the content?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + j
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j] + j)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    return g(np.dot(a_in, W) + np.arange(units))
