"""One layer is computed with the weights and the bias of another.

1: Read your layers aloud: "layer 1 uses ..., layer 2 uses ..., layer 3 uses ...". Does each layer
have a pair of its own?
2: One pair of weights and bias is used twice, and another pair never. Where the layers have
different sizes, Python stops with shapes that are not aligned. Tick off the arguments in the `def`
line one by one: which two have no tick?
3: Three guests have three keys: `open(room_1, key_1)`, `open(room_2, key_1)`, `open(room_3,
key_3)`. The middle line was copied from the first; the room was changed, the key was not. It hides
well, because the line looks complete. A good habit: after copying a line, count the numbers in the
names, and check that each number appears where it should.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W1, b1, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W2, b2, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W1, b1, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W3, b3, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W2, b2, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W3, b3, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3
