"""Units are counted from one, columns from zero, so a unit's column is one further along.

1: Go through your code for unit 0. Which column of W does it pick there, and whose weights are
   these? Do the same for the last unit.
2: Your code shifts the index of the column by one, so a unit works with the weights of another
   unit, or with a column that does not exist. (In Python the index -1 means the last one.) On paper
   one may count units from 1, but in the code both units and columns start at 0. Write the number
   of each unit beside the number of its column.
3: Sales of three days: `sales = [4, 7, 5]`. On paper they are day 1, 2 and 3. In Python the
   days are 0, 1 and 2, and the list counts the same way, so day d is `sales[d]`: 4, 7, 5. With
   `sales[d - 1]` day 0 would show 5, the sales of the last day. When both sides count from 0,
   nothing has to be added or taken away. Is that so in your line?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j - 1]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j + 1]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j+1], a_in) + b[j])
    return a_out
