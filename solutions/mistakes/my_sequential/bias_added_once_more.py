"""`my_dense` is taken to leave out the bias, so it is added to the result.

1: Where does each bias enter? Count for each layer how often it is added, inside `my_dense` and
around it.
2: The bias is added again after the activation. So a layer can put out numbers below 0 or above 1,
which no sigmoid can. Print what `my_dense` gives back. Is the bias in it?
3: `def fare(km, start): return 2 * km + start` has the start fee in it: `fare(10, 5)` is 25.
Whoever writes `fare(10, 5) + 5` pays 30: the fee is paid twice. What was handed over as an argument
is in the result already; look into the function to see how it is used.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid) + b1
    a2 = my_dense(a1, W2, b2, sigmoid) + b2
    a3 = my_dense(a2, W3, b3, sigmoid) + b3
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid) + b3
    return a3
