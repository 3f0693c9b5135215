"""A layer is taken to have one bias: the sum or the mean of all of them, or the first.

1: How many biases come in, and how many different numbers do you add? Does each unit get its own?
2: You take one number for all biases, such as their sum, their mean or the first of them, and every
unit gets that number. Set the inputs to zero: your units all show the same, but they should differ
like their biases. Which step makes one number out of b?
3: Three shops charge 5, 6 and 7 for a delivery. If a bill adds `np.sum(fees)`, each customer pays
18; with the mean it is 6 for all. But a customer of the first shop owes 5. `prices + fees`, with
three prices in a row, adds each fee to its own shop. A row of numbers can be added as a row.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + np.sum(b)
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + np.mean(b)
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + np.reshape(b, -1)[0]
    A_out = g(Z)
    return A_out
