"""A unit adds up its weights; the input does not come in.

1: Call your function twice with the same layer and two different inputs. Do the answers differ?
   Where in your code should the input come in?
2: The answer of your layer is the same for every input, because the sum is made of the weights
   alone. Read the line with the sum: `a_in` is not in it. For unit 0 in part 3, what happens to
   each weight before it goes into the sum?
3: A shop sells tea at 4 and cake at 3. `price = np.array([4, 3])` and `price.sum()` is 7 for
   everybody. But one guest takes 2 teas and 1 cake, and pays 2 * 4 + 1 * 3 = 11. Another takes
   3 cakes and pays 9. The amounts have to meet the prices, one by one, before the sum. What are
   the amounts in your layer?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.sum(w) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return g(np.sum(W, axis=0) + b)
