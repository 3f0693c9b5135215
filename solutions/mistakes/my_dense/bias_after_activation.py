"""The bias is added to the result of the activation.

1: A sigmoid's result stays between 0 and 1. Can your output leave that range? Put the three
   steps of a unit in order, and look at what your code does last.
2: In your code the activation comes first and the bias is added to its result. With a bias of 5
   an output of more than 5 would come out, although a sigmoid never goes above 1. The bias
   belongs to what goes into the activation. Move it.
3: A thermostat turns on when the room is below 18 degrees. To correct a sensor that reads 2
   degrees too high, one takes 2 away from the reading and then asks the thermostat: `on =
   below_18(21 - 2)`. With `below_18(21) - 2` one gets an answer first and takes 2 away from a
   yes or no. A shift has to come before the decision. In your line, what comes first?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in)
        a_out[j] = g(z) + b[j]
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W)
    a_out = g(z) + b
    return a_out
