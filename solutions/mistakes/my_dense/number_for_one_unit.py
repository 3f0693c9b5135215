"""The answer of a layer with one unit is a plain number.

1: Call your function with a layer of one unit and print the `.shape` of the answer. Compare it
   with the docstring: what should the shape be for one unit?
2: With one unit, an array with one number in it should come back, of shape (1,). Yours is a
   number without brackets: one of your steps takes the number out of the array, or removes
   directions of length one. The next layer goes through its inputs and needs an array, however
   short. Look for that step at the end.
3: A guest list with one guest is still a list: `for name in ["Ann"]` greets Ann. Without the
   brackets, `for name in "Ann"` greets A, n and n. A program that hands over `guests[0]` when
   there is one guest, and the list otherwise, makes everybody who uses it check which of the
   two has come. What does your last line do when there is one?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return np.squeeze(a_out)


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    a_out = g(z)
    return np.squeeze(a_out)


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out[0] if units == 1 else a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = g(np.dot(a_in, W) + b)
    if len(a_out) == 1:
        return a_out[0]
    return a_out
