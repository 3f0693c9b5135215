"""A `for` loop goes from 0 up to a number by itself.

1: Read the error message and the line with `for`. What stands after `in`: a number, or
   something that holds many things?
2: After `in`, Python wants something to go through, element by element. Your line offers it a
   single number, such as 3, and a number has no elements: it is "not iterable". You need
   something that counts 0, 1, 2. Which function of Python makes that out of a 3?
3: "Ring the bell for each of the four quarters." `for q in 4:` stops with "'int' object is not
   iterable". `for q in range(4):` goes through 0, 1, 2, 3 and rings four times. Going through a
   list works without it, as in `for name in ["Ann", "Bo"]:`, since a list has elements. Which
   of the two do you have after `in`?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in units:
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in W.shape[1]:
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in len(b):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in b.size:
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in len(a_in):
            z += W[i, j] * a_in[i]
        a_out[j] = g(z + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(a_in, W[:, j]) + b[j]) for j in W.shape[1]])
