"""`my_dense_v` does the layers, on the example or on a batch of one."""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense_v(x, W1, b1, sigmoid)
    a2 = my_dense_v(a1, W2, b2, sigmoid)
    a3 = my_dense_v(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    A = x.reshape(1, -1)
    for W, b in [(W1, b1), (W2, b2), (W3, b3)]:
        A = my_dense_v(A, W, b, sigmoid)
    return A[0]
