"""Every layer is taken to work on the input x itself.

1: Look at the first argument of each call of `my_dense`. What does layer 1 put out, and who takes
it in? Follow one arrow out of layer 1: where does it end?
2: A later layer here starts from `x` once more, so the work of the layer before it is lost. Take
the sizes 4-3-2-1: layer 2 has room for 3 numbers, and layer 3 for 2, but `x` brings 4. Write down
for each layer how many numbers go in and how many come out. Then make the ends meet.
3: Think of a kitchen: `clean = wash(carrots)`, then `sticks = cut(clean)`, then `meal =
cook(sticks)`. Had the last line been `cook(carrots)`, the meal would hold whole, dirty carrots;
washing and cutting would have been for nothing. Each line takes up the name that the line before
has made. Check your lines in the same way, one after the other.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(x, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(x, W2, b2, sigmoid)
    a3 = my_dense(x, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(x, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in [(W1, b1), (W2, b2), (W3, b3)]:
        a_out = my_dense(x, W, b, sigmoid)
    return a_out
