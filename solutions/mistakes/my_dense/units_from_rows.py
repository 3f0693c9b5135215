"""A layer has as many units as numbers come in.

Also: answer_as_long_as_the_input + loop_over_the_inputs

1: Look at the line that says how many units there are. Which two things do the numbers of
   `W.shape` count? Say it in words, then decide which of the two is the number of units.
2: In the quick check two numbers come in and three units put one number out each. Your code
   takes two for the number of units. So an output is missing; with more inputs than units your
   code looks for units that are not there. Print the shapes of all arguments and find where the
   3 stands.
3: A school keeps the marks of 30 pupils in 4 subjects: `marks.shape` is `(30, 4)`. The report
   shows one average for each subject. How many averages? Not 30, the pupils. It is 4, the
   second number: `subjects = marks.shape[1]`. The first number tells how many marks go into
   each average. Now ask which of the two numbers your layer needs.
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[0]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = len(W)
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = len(a_in)
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = a_in.shape[0]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[0])
    for j in range(W.shape[0]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(len(W)):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(a_in, W[:, j]) + b[j]) for j in range(a_in.size)])


# %%
def my_dense(a_in, W, b, g):
    n = W.shape[0]
    a_out = np.zeros(n)
    for j in range(n):
        z = 0
        for i in range(len(a_in)):
            z += W[i, j] * a_in[i]
        a_out[j] = g(z + b[j])
    return a_out
