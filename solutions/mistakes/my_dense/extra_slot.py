"""The array of outputs needs one place more than there are units.

1: How many numbers come back, and how many units are there? Which of the numbers is 0?
2: In the quick check four numbers come back for three units, and one of them is always 0. Your
   array has a place that no unit fills. An array of length 3 has the places 0, 1 and 2, and the
   units have the same numbers. Look at the number with which you make the array.
3: An egg box for six eggs: `box = np.zeros(6)` has six places, 0 to 5. With `np.zeros(6 + 1)`
   there is a seventh place that stays empty, at the end, or at the start if one counts the eggs
   from 1. The length of an array is the number of things in it. Which length do you ask for?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units + 1)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units + 1)
    for j in range(1, units + 1):
        z = np.dot(W[:, j - 1], a_in) + b[j - 1]
        a_out[j] = g(z)
    return a_out
