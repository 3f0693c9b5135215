"""Appending to an array of zeros fills the zeros.

1: How many numbers does your answer have, and how many should it have? What stands in the first
   half of it?
2: In the quick check six numbers come back: three zeros and then the three outputs. The zeros
   are the places laid out at the start, and appending puts new places behind them. Choose one
   of two ways: lay out places and fill them, or begin with nothing and append.
3: A list for three guests: `guests = ["-", "-", "-"]`, then `guests.append("Ann")` makes `["-",
   "-", "-", "Ann"]`. Either write on the lines, `guests[0] = "Ann"`, or begin with an empty
   sheet, `guests = []`, and append. Both are good; mixed, the empty lines stay on top. Which of
   the two is your first line made for?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out = np.append(a_out, g(z))
    return a_out
