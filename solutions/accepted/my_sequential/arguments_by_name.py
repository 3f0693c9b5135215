"""Arguments are handed over by name, or parameters have other names and defaults."""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W=W1, b=b1, g=sigmoid)
    a2 = my_dense(a_in=a1, W=W2, b=b2, g=sigmoid)
    a3 = my_dense(g=sigmoid, b=b3, W=W3, a_in=a2)
    return a3

# %%
def my_sequential(image, w_1, b_1, w_2, b_2, w_3, b_3, activation=sigmoid):
    first = my_dense(image, w_1, b_1, activation)
    second = my_dense(first, w_2, b_2, activation)
    return my_dense(second, w_3, b_3, activation)
