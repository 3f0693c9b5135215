"""A layer puts out one number.

Also: last_unit_returned + loop_name_used_twice

1: Look at your last line: how many numbers come back? How many units does the layer have?
2: Your units are worked out, and then one number is made of them: their sum, their mean or the
   largest, or its position. A layer hands on all its outputs, one for each unit; in the quick
   check these are three. Look for the step that makes one out of many.
3: Four judges give 7, 9, 6 and 8 points. The scoreboard shows all four, and `np.mean` of them
   is 7.5. If only the 7.5 were passed on, nobody could see later that the judges did not agree.
   A summary can be made of the list at any time, the list cannot be made of the summary. What
   does the next layer need?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return np.sum(a_out)


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return np.mean(a_out)


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return np.max(a_out)


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return np.argmax(a_out)


# %%
def my_dense(a_in, W, b, g):
    total = 0
    for j in range(W.shape[1]):
        total += g(np.dot(W[:, j], a_in) + b[j])
    return total


# %%
def my_dense(a_in, W, b, g):
    total = 0
    for j in range(W.shape[1]):
        total += g(np.dot(W[:, j], a_in) + b[j])
    return total / W.shape[1]


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    a_out = g(z)
    return np.sum(a_out)
