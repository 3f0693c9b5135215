"""The minus sign in the formula of the sigmoid belongs to z.

1: Compare the sign of z before it goes into g with the formula above the cell. In the formula of
   the sigmoid there is a minus sign: whose job is it?
2: In your code z is turned around before the activation sees it. Call your function with `g =
   lambda z: z`: in the quick check it should give 0.1, -2.2 and 3.8, and yours gives the
   opposite. The minus in the formula of the sigmoid is inside that function already. Find
   yours.
3: A function works out the way down into a valley: `def depth(height): return 1000 - height`.
   For a place at a height of 300, `depth(300)` is 700. Who knows that there is a minus in the
   formula and writes `depth(-300)` gets 1300. The function does its minus itself; the caller
   hands over the plain number. What do you hand over?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(-z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    a_out = g(-z)
    return a_out
