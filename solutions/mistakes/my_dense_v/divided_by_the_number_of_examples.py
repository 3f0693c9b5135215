"""A layer is taken to divide by the number of examples, as a cost function does.

1: A layer treats each example by itself. If a fourth row joins the batch, may the first row of the
result change?
2: Your numbers shrink as the batch grows; with a batch of one they are right. So the number of
examples is in your formula. Find it. Does the formula of a unit know how many other examples there
are?
3: The cost of a model is a mean: ten errors that add up to 30 give `30 / 10`. But the error of the
first house stays what it is, whether ten houses are looked at or a thousand. A mean belongs where
many numbers become one. A bill for each customer is not divided by the number of customers.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) / A_in.shape[0] + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    m = A_in.shape[0]
    Z = (np.matmul(A_in, W) + b) / m
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    m = len(A_in)
    Z = np.matmul(A_in, W) + b
    return g(Z) / m
