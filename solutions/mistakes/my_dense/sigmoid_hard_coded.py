"""The activation function is always the sigmoid.

1: Call your function with `g = lambda z: z`. Does the answer change? Which argument has no
   effect?
2: In the quick check the line with the sigmoid may be right, but without an activation it
   should read 0.1, -2.2 and 3.8. Your code puts its own sigmoid there. Which activation to use
   is decided by whoever calls the function. Find the argument that brings it along.
3: A function that makes a table of results: `def table(numbers, f): return [f(n) for n in
   numbers]`. `table([1, 4], math.sqrt)` is `[1.0, 2.0]`, and `table([1, 4], str)` is `["1",
   "4"]`. Had the author written `math.sqrt(n)` inside, the f that is passed would make no
   difference. A function passed as an argument is called by the name of the parameter. Which
   name is that in your case?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = sigmoid(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = 1 / (1 + np.exp(z))
    return a_out
