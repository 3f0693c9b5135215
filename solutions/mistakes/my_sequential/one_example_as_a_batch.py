"""One example is taken to be a batch, as Keras wants it, so the result gets an axis too many.

1: Print the shape of your result. How many brackets stand around its numbers, and how many does the
docstring allow?
2: The numbers are right, but they lie in a table: with one output unit its shape is `(1, 1)` where
`(1,)` is wanted. Keras' `predict` works with a batch, one row for each image. This function gets a
single image, of shape `(400,)`. Which line adds the second axis?
3: One person's heights over the years: `np.array([98, 112, 121])` has the shape `(3,)`. As a table
of a whole class with one pupil, `np.array([[98, 112, 121]])`, it has the shape `(1, 3)`. The
numbers agree; the number of brackets does not. Code that takes the third year by `h[2]` works with
the first and stops with the second.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3.reshape(1, -1)

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = sigmoid(np.matmul(x.reshape(1, -1), W1) + b1)
    a2 = sigmoid(np.matmul(a1, W2) + b2)
    a3 = sigmoid(np.matmul(a2, W3) + b3)
    return a3
