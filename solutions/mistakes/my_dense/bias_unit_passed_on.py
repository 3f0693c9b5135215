"""A layer puts out an extra 1 for the bias.

1: How many numbers come back, and how many units are there? Which of the numbers is 1, whatever
   the input?
2: In the quick check four numbers come back for three units: your code adds a 1 to the outputs.
   Some courses carry the bias along as an input that is always 1. Here every layer has its
   biases in b, and they are in the sums already. Look for the line that makes the answer
   longer.
3: A restaurant may add the service to the list of dishes, or print it in a line of its own.
   With a line of its own, `total = sum(dishes) + service`, the list must not hold it, too:
   `dishes + [service]` would be charged once more in the next step. Here the "line of its own"
   is b. Which of your lines puts the service on the list?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return np.append(a_out, 1)


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return np.insert(a_out, 0, 1)


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    a_out = g(z)
    return np.concatenate(([1], a_out))
