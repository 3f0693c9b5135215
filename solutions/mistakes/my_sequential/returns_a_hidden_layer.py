"""What a hidden layer puts out is taken for the answer of the network.

1: Look at the last line. What shape should a yes-or-no answer have, and what shape has the thing
you return?
2: For the digit network you return 25 or 15 numbers where one is wanted. They are right, but they
come from the middle of the network; the last layer has no say. Print the shape of what you return.
Then look for the line that computes layer 3. Is there one, and where does its result go?
3: A bakery: `dough = mix(flour)`, `loaf = bake(dough)`, `slices = cut(loaf)`. A function that ends
with `return loaf` has cut the bread and then hands over another thing. The caller gets what stands
behind `return`, nothing else. In this function the guest asked for `slices`.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a2

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a1

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    return a2

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    return my_dense(x, W1, b1, sigmoid)
