"""Units are counted from one, places from zero, so an output goes one place further along.

Also: bias_of_the_neighbour + column_of_the_neighbour

1: Write down for each unit of the quick check into which place its output goes. Do the units and
   the places have the same numbers?
2: Each output lands in the place of another unit, one further along or one back, or outside the
   array. Units, biases, columns and places all count from 0 here, so one and the same number can
   be used for all of them. Look at which of your indices differs from the others.
3: Three lockers for three pupils, numbered 0, 1, 2 on both sides. `locker[k] = bag[k]` gives
   each pupil the right locker. `locker[k - 1] = bag[k]` puts the bag of pupil 0 into locker -1,
   which in Python is the last one. `locker[k + 1]` finds no locker for the last pupil. Which
   number do your places start with?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j - 1] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j + 1] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j - 1]
        z = np.dot(w, a_in) + b[j - 1]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j+1] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out
