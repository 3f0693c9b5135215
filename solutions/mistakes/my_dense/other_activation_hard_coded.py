"""The layer chooses its activation itself: relu, tanh or softplus.

1: Which argument of the function has your code not used yet? Call your function twice, with two
   different functions as g, and compare.
2: Your answer is the same whatever g is: your code has an activation of its own built in. So it
   can be right for that activation at most. Whoever calls the function decides on the
   activation and passes it on. Find the place where your code decides by itself.
3: A function that makes a table of results: `def table(numbers, f): return [f(n) for n in
   numbers]`. `table([-3, 4], abs)` is `[3, 4]`, and `table([-3, 4], str)` is `["-3", "4"]`. Had
   the author written `abs(n)` inside, the f that is passed would make no difference. A function
   passed as an argument is called by the name of the parameter. Which name is that in your
   case?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = np.maximum(0, z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = np.tanh(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    a_out = np.maximum(z, 0)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = np.log(1 + np.exp(z))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = z if z > 0 else 0.01 * z
    return a_out
