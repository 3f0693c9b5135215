"""Handing over a function is taken to mean calling it.

1: Look at the brackets right behind the name of the activation. What do brackets behind a name make
Python do?
2: With brackets, Python runs the activation first and hands over what comes out. With nothing in
the brackets it stops: an argument is missing. With numbers in them it hands over numbers, and
`my_dense` cannot call those: `object is not callable`. What has to be left out so that the function
itself is handed over?
3: `def twice(f, n): return f(f(n))` wants a function. `twice(abs, -3)` hands over `abs`, and
`twice` calls it when it needs it. `twice(abs(-3), -3)` runs `abs` at once and hands over the number
3; then `3(-3)` makes no sense. To lend a tool, give the tool, not the thing that was made with it.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid())
    a2 = my_dense(a1, W2, b2, sigmoid())
    a3 = my_dense(a2, W3, b3, sigmoid())
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid(x))
    a2 = my_dense(a1, W2, b2, sigmoid(a1))
    a3 = my_dense(a2, W3, b3, sigmoid(a2))
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    z1 = np.dot(x, W1) + b1
    a1 = my_dense(x, W1, b1, sigmoid(z1))
    z2 = np.dot(a1, W2) + b2
    a2 = my_dense(a1, W2, b2, sigmoid(z2))
    z3 = np.dot(a2, W3) + b3
    return my_dense(a2, W3, b3, sigmoid(z3))
