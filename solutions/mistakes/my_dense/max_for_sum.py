"""The largest product stands for the sum.

1: Look at the step that makes one number out of the products. Which of them does it use? Which of
   them does the formula above the cell use?
2: With several inputs there are several products. Your code keeps the largest and drops the others.
   In a unit every input has its say, and the products are put together. Work out unit 0 of part 3
   by hand and watch what happens to the two products there.
3: Three parcels weigh 2, 5 and 1 kg, and 1 kg costs 3 by the first carrier, 2 by the second, 4
   by the third. The costs are 6, 10 and 4. `max` gives 10, the dearest parcel. You pay 6 + 10 +
   4 = 20, since all three are sent. Dropping all but one would be right only if one parcel were
   sent. How many inputs reach a unit?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.max(w * a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.max(W.T * a_in, axis=1) + b
    return g(z)
