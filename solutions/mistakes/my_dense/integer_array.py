"""The array of outputs holds whole numbers.

1: All your outputs are whole numbers. Where do the decimals get lost: in the type of numbers
   that your array holds (print its `.dtype`), or in a step on the way to it?
2: In the quick check the outputs should be 0.525, 0.0998 and 0.9781. As whole numbers they
   become 0, 0 and 0: the decimals are cut off without a warning. The sums and the activation
   may be right all the same. Look for `int`, or for whole numbers in the line that makes the
   array.
3: A till that stores prices as whole coins: `np.array([0, 0])` holds integers, and after
   `till[0] = 2.95` it shows 2. The 95 cents are gone, and nobody is told. `np.array([0.0,
   0.0])` and `np.zeros(2)` hold decimals, and `till[0]` is 2.95. Which of the two is your
   container?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units, dtype=int)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = int(g(z))
    return a_out
