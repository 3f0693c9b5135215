"""The bias is added to the weights or to the inputs before they are multiplied.

1: Call your function with all inputs 0 and `g = lambda z: z`. The output of each unit should be
   its bias. Is it? Look at what the bias is added to in your code.
2: In your code the bias is added to something that then goes through the product, so it is
   multiplied, too. In the formula above the cell the bias does not meet weights or inputs. It is
   added to something that is finished by then. Check which brackets the bias stands in.
3: Delivery costs 5, and you order 3 boxes at 10. The bill is 3 * 10 + 5 = 35. With the 5 in the
   wrong brackets it becomes 3 * (10 + 5) = 45, delivery paid for each box, or (3 + 5) * 10 =
   80, five boxes more. First the product is worked out, to its end, then the delivery comes on
   top. Where does the product end in your line?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in + b[j])
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w + b[j], a_in)
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W + b)
    a_out = g(z)
    return a_out
