"""A layer is taken to be a weighted sum; the activation plays no part.

1: Which layers of the network have an activation? In which of your lines is one at work?
2: All three layers stop at the weighted sum, so your result can be any number, such as -3.2 or 7.5.
The prediction should lie between 0 and 1. Look up in the text of part 6 what each layer does with
its sums, and see to it in each of the three.
3: A row of gears: the first turns 3 times as fast, the second 4 times. Together they turn 12 times
as fast, so one gear would do. Layers that only weigh and sum are like that: three of them are worth
one. What makes the difference is a bend after each sum, as in `s = 3 * x + 1`, then `y = max(0,
s)`, before the next layer starts.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, lambda z: z)
    a2 = my_dense(a1, W2, b2, lambda z: z)
    a3 = my_dense(a2, W3, b3, lambda z: z)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = np.dot(x, W1) + b1
    a2 = np.dot(a1, W2) + b2
    a3 = np.dot(a2, W3) + b3
    return a3
