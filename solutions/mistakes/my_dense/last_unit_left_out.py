"""A range stops at its end number, so the last unit needs `units - 1`.

1: The last unit gets no value. Print the loop variable in each pass, and compare with the
   numbers of the units. Where does the loop end?
2: In the quick check the loop should visit the units 0, 1 and 2, and yours stops after 1. A
   range leaves its end number out by itself, so nothing has to be taken away from it. Look for
   the place where you take 1 away from the number of units.
3: `range(4)` gives 0, 1, 2, 3: four numbers, and the 4 is not among them. A shelf with four
   books has them at the positions 0 to 3, so `for k in range(4)` visits each. `range(4 - 1)`
   gives 0, 1, 2, and the last book stays on the shelf. Write down what your range gives for
   three units.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units - 1):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1] - 1):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out.append(g(z))
    return np.array(a_out)
