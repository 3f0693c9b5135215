"""The answer of a network is taken to be what all of its layers put out.

1: Look at the last line. How many things does the caller get, and how many did the docstring
promise?
2: The output of layer 3 is in your answer, but so is what a hidden layer puts out. Whoever calls
your function would have to search for the prediction in it. Print your answer, and compare it with
the table in the text: which part of it is the prediction?
3: A taxi passes three corners: `p1 = drive(start, 1)`, `p2 = drive(p1, 2)`, `p3 = drive(p2, 3)`.
The guest wants to know where the ride ends. `return p1, p2, p3` gives the whole route, `return p3`
gives the place. Keep the rest for yourself: you can print it while you look for a mistake, but it
is not part of the answer.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a1, a2, a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return np.concatenate([a1, a2, a3])

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    outputs = []
    a = x
    for W, b in [(W1, b1), (W2, b2), (W3, b3)]:
        a = my_dense(a, W, b, sigmoid)
        outputs.append(a)
    return outputs

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return {"a1": a1, "a2": a2, "a3": a3}

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return np.append(a2, a3)

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a2, a3
