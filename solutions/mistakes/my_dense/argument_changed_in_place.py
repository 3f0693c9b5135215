"""`*=` and `+=` make a copy of an array first.

1: Call your function twice with the same arrays, and compare the two answers. Print the arrays
   before and after. Which of them has changed?
2: The first call is right, the second is not, since your code changes one of its arguments on
   the way. A column that is picked out of W is still a part of W: what is done to it with `*=`
   or `+=` is done to W. Look for such a sign, or for an index on the left of an equals sign,
   and write the result under a new name.
3: `prices = np.array([2.0, 3.0])` and `p = prices`. Then `p *= 10` changes the numbers
   themselves, and `prices` shows 20 and 30 as well: two names, one array. `p = p * 10` makes a
   new array and leaves `prices` alone. A part of an array, such as `prices[:1]`, is also a
   window on the same numbers. Which of your lines writes through a window?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        w *= a_in
        z = np.sum(w) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        b[j] += np.dot(w, a_in)
        z = b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    W *= a_in.reshape(-1, 1)
    return g(np.sum(W, axis=0) + b)


# %%
def my_dense(a_in, W, b, g):
    b += np.dot(a_in, W)
    return g(b)
