"""One pass is enough to fill the whole output.

1: Only the first unit gets a value. How often does your code go through its steps, and what
   would make it do so once more?
2: In the quick check the first number is right and the others stay 0. The steps run once, with
   unit 0: there is no loop over all units, or something ends it after its first pass. Count the
   units, then look for what should bring the next one.
3: Three plants need water: `k = 0` and `water(plants[k])` helps the first. Nothing in these two
   lines ever makes k a 1. `for k in range(3): water(plants[k])` does it three times, with k =
   0, 1 and 2. And a `break` after the watering would end that round at the first plant again.
   What brings your code to the second unit?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
        break
    return a_out
