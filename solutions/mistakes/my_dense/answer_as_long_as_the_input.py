"""There are as many outputs as inputs.

1: Look at the line that makes your array of outputs. How many places does it have in the quick
   check, and how many numbers should come out?
2: In the quick check two numbers come in, and three come out. Your array is as long as the
   input, so there is no place for the third. With more inputs than units, places stay empty at
   the end. Look at what the length of your array is taken from.
3: A mixer with 8 microphones sends to 2 loudspeakers: 8 signals come in, 2 go out. `out =
   np.zeros(len(microphones))` has 8 places, and 6 of them stay silent. `out =
   np.zeros(len(speakers))` has the right 2. The length of the output follows what comes out.
   Who in your layer puts numbers out?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(len(a_in))
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros_like(a_in)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out
