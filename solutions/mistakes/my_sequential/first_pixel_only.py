"""The argument x is taken to be a batch, so one element of it is taken out as "the example".

1: What is `x`: one image, or many? Print its shape, and the shape of what you hand to layer 1.
2: You pick an element out of `x`. The docstring says that `x` is one example, of shape `(n,)`. So
an element of it is a single number, one pixel, not an image. How many numbers does layer 1 need?
3: `X = np.array([[5, 1], [2, 7]])` holds two examples; `X[0]` is the first of them, `[5, 1]`. A
function that is called as `f(X[0])` sees `[5, 1]` under the name `x`. If it takes `x[0]` once more,
all that is left is the 5. Who takes the row out: the caller or the function? It must not be both.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x[0], W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    results = []
    for i in range(x.shape[0]):
        a1 = my_dense(x[i], W1, b1, sigmoid)
        a2 = my_dense(a1, W2, b2, sigmoid)
        results.append(my_dense(a2, W3, b3, sigmoid))
    return np.array(results)

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    m = x.shape[0]
    p = np.zeros((m, 1))
    for i in range(m):
        a1 = my_dense(x[i], W1, b1, sigmoid)
        a2 = my_dense(a1, W2, b2, sigmoid)
        p[i] = my_dense(a2, W3, b3, sigmoid)
    return p
