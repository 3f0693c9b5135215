"""The examples are taken to lie in the columns of the input, one column each.

1: What does one row of `A_in` hold: one example, or one input of all examples? The table in the
text says it.
2: Your product is the one for a batch with an example in each column: turned weights in front, the
input behind. Here each example is a row. With 3 examples of 2 inputs and 4 units, 2 meets 3, and
Python stops; where the sizes agree, the numbers are wrong. Write the shape of each factor down.
Where does a row of the input go?
3: Two ways to store five patients with three values each: a row for each, `(5, 3)`, or a column for
each, `(3, 5)`. With weights `w` of shape `(3, 1)`, the first needs `rows @ w`, the second `w.T @
columns`. Mix them up, and the sizes do not meet. Which of the two you have is read off the shape:
`rows.shape[0]` is the number of patients.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(W.T, A_in) + b
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.dot(W.T, A_in) + b.reshape(-1, 1)
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(np.transpose(W), A_in) + np.reshape(b, (-1, 1))
    return g(Z)
