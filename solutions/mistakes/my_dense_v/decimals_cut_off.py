"""The result is taken to be whole numbers.

1: Print your result for a small input. Is anything left behind the decimal point?
2: All your outputs are whole numbers, so a sigmoid gives nothing but 0. The sums before are right.
Where does your code ask for whole numbers: in the array that you make, or in the last step?
3: `np.zeros(3, dtype=int)` makes an array for whole numbers; writing 2.7 into it leaves 2.
`np.array([0.2, 0.9]).astype(int)` is `[0, 0]`: nothing is rounded, all behind the point is cut off.
Chances, means and prices need decimals, which is what NumPy takes if no type is named.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z).astype(int)
    return A_out


# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = np.trunc(g(Z))
    return A_out
