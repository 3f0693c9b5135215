"""The first unit has the number 1.

1: The first unit gets no value. Print the loop variable in each pass, and compare with the
   numbers of the units. Where does the loop begin?
2: In the quick check the loop should visit the units 0, 1 and 2, and yours leaves out 0. On paper
   one may count units from 1, NumPy counts columns and positions from 0. Look at the numbers that
   your range begins and ends with.
3: A week of rain: `rain = [3, 0, 5]` for Monday, Tuesday and Wednesday. Monday is `rain[0]`.
   `for k in range(1, 3)` visits 1 and 2, so Monday's rain is missing from the report. `for k in
   range(3)` visits 0, 1 and 2. Write down what your range gives for three units.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(1, units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(1, W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out.append(g(z))
    return np.array(a_out)
