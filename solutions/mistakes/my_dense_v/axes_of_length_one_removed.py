"""Axes of length 1 are taken for clutter that may be removed.

1: Try your function with one example, and then with one unit. Print the shape of the result each
time.
2: With several examples and several units your result is right. With one example you give `(j,)`
where `(1, j)` is wanted, and with one unit `(m,)` where `(m, 1)` is wanted. A batch of one is still
a batch. Which step takes axes away?
3: A list of guests with one name on it, `["Ada"]`, is still a list. A tidy helper that strips lists
of length 1 makes the text "Ada" of it, and a loop over the guests then runs over A, d, a. What
holds one thing today may hold ten tomorrow, so its shape has to stay.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return np.squeeze(A_out)

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.squeeze(np.matmul(A_in, W) + b)
    A_out = g(Z)
    return A_out
