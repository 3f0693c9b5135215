"""`enumerate` gives the element first; `zip` can be unpacked in any order.

1: Look at the names between `for` and `in`. What does each of them hold in the first pass?
   Print them.
2: The names stand in another order than the things that come. So the name that sounds like a
   number holds an array, or the other way round. `enumerate` always gives the position first.
   `zip` keeps the order of its arguments. Compare the two sides of `in`, one by one.
3: `for name, k in enumerate(["Ann", "Bo"])` makes name 0 and k "Ann": the position comes first.
   `for k, name in enumerate(...)` fits. With two lists, `for age, name in zip(names, ages)`
   calls a name an age; the order on the left has to be the order in the brackets. Read your
   line aloud: first this, then that.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for w, j in enumerate(W.T):
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for w, j in enumerate(W.T):
        z = np.sum(w * a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for bias, w in zip(W.T, b):
        z = np.dot(w, a_in) + bias
        a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for w, j in enumerate(W.T):
        z = np.dot(a_in, w) + b[j]
        a_out.append(g(z))
    return np.array(a_out)
