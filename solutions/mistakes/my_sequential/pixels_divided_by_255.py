"""Pixels are taken to need a division by 255 in every case.

1: What happens to `x` before layer 1? Between which numbers do the pixels lie when they come in?
2: The pixels are between 0 and 1 as they arrive. Divided by 255 they are nearly 0, so all images
look like white paper to the network, and its answers hardly differ. Print the largest number of
`X[0]`, and the largest number that reaches layer 1.
3: Heights come in cm, and a program wants metres: 180 becomes `180 / 100`, so 1.8. If the heights
come in metres and are divided again, a grown person is 0.018 tall. Before you convert, look at the
numbers: are they converted yet?
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x / 255, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3
