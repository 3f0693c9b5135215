"""What comes in may be made whole numbers first.

1: Call your function with decimals such as 0.4 and 0.9 in every argument, and print each of them as
   your code uses it. Which of them has lost its decimals?
2: Decimals of an argument are cut off or rounded on the way in, so a 0.9 counts as 0 or 1. With
   whole numbers your layer is right, which hides it. Look for `int`, for `dtype`, `astype` or a
   rounding that stands before the activation.
3: Three parcels of 0.6, 0.7 and 0.8 kilograms: a scale that shows whole kilograms cuts each to 0
   and says that all three together weigh 0. Weighed as they are, they make 2.1. Round what you
   show at the end, if at all, and never what you still work with.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + int(b[j])
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_in = np.array(a_in, dtype=int)
    return g(np.dot(a_in, W) + b)


# %%
def my_dense(a_in, W, b, g):
    return g(np.dot(np.round(a_in), W) + b)


# %%
def my_dense(a_in, W, b, g):
    return g(np.dot(a_in, W.astype(int)) + b)


# %%
def my_dense(a_in, W, b, g):
    return g(np.dot(a_in, W) + np.round(b))


# %%
def my_dense(a_in, W, b, g):
    return g(np.dot(a_in, W) + b.astype(int))


# %%
def my_dense(a_in, W, b, g):
    return g(np.dot(a_in, np.round(W)) + b)
