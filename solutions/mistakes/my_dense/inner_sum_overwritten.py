"""The inner loop keeps only its last product.

1: Look at the line inside the inner loop. Print your sum after each pass there. Does it grow, or
   does it start anew each time?
2: After your inner loop the sum knows the product of the last input, and nothing of the other
   inputs. Each pass puts its product in the place of the one before. A sum has to hold on to
   what is there already. Look at the sign of assignment in that line.
3: Count the coins of a purse: `total = 0` and then `for coin in [5, 2, 1]: total = coin`. At
   the end `total` is 1, the last coin. With `total = total + coin`, or shorter `total += coin`,
   it goes 5, 7, 8. The first way replaces, the second adds. Which of them does the line in your
   inner loop do?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = 0
        for i in range(len(a_in)):
            z = w[i] * a_in[i]
        z = z + b[j]
        a_out[j] = g(z)
    return a_out
