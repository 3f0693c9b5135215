"""A table of numbers is taken to be of NumPy's type matrix.

1: Print `type(...)` of what you return. Which type does the docstring name?
2: The numbers are right, but they come as a `matrix`, an old type of NumPy. With a matrix, `*`
means something else, and a row never loses its second axis, so code for arrays goes wrong with it.
Which line makes a matrix? Which type had the input before that line?
3: With `a = np.array([[1, 2], [3, 4]])`, `a * a` is `[[1, 4], [9, 16]]`, place by place. With `m =
np.matrix(a)`, `m * m` is `[[7, 10], [15, 22]]`, a matrix product. The same line means two things.
If all tables are arrays, `@` is the product of matrices and `*` goes place by place, always.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return np.matrix(A_out)

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matrix(A_in) * np.matrix(W) + b
    A_out = g(Z)
    return A_out
