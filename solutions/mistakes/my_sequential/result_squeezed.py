"""Axes of length 1 are taken for clutter that may be removed.

1: Look at the last step before `return`. What does it do to an array that holds one number?
2: With two or more output units your result is right; with one unit its shape is `()` where `(1,)`
is wanted. The array around the number is gone. Print the shape of the output of layer 3 before and
after the last step.
3: A list of guests has one name on it: `["Ada"]`. A tidy helper that strips lists of length 1 makes
the text `"Ada"` of it. Then `for guest in guests` runs over A, d, a, and three seats are laid. The
list of length 1 was no clutter: it told the program that there is one guest.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return np.squeeze(a3)

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    if len(a3) == 1:
        return a3[0]
    return a3
