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


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out = np.append(a_out, g(np.dot(W[:, j], a_in) + b[j]))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = [0.0] * W.shape[1]
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    a_out = list(np.zeros(len(b)))
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out = np.concatenate((a_out, [g(z)]))
    return a_out
