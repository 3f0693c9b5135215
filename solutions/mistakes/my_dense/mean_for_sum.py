"""The weighted sum is divided by the number of inputs.

1: Look at the step that makes one number out of the products. Is it a sum or an average? Which of
   the two does the formula above the cell show?
2: Unit 0 in part 3 has two inputs, and nothing is divided by two. In your code something is divided
   by the number of inputs, or averaged over them. With 400 inputs the sums would shrink to almost
   nothing. Print what you get before the activation and compare it with the sum you work out by
   hand.
3: A bill: 2 coffees at 3, 1 cake at 4, 3 rolls at 1. The products are 6, 4 and 3. The bill is
   13, their sum. `np.mean([6, 4, 3])` is 4.33, which nobody would pay; the division by three
   has no business there. An average answers "how much for one kind of thing?". Which of the two
   questions does a unit answer?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.mean(w * a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) / a_in.size + b
    a_out = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = (np.dot(w, a_in) + b[j]) / len(a_in)
        a_out[j] = g(z)
    return a_out
