"""All layers are taken to share one and the same bias.

1: How many biases did your function get? How many of them are in use?
2: The same bias goes into every layer; the other two never matter. Print the shapes of `b1`, `b2`
and `b3` for the real network: they hold 25, 15 and 1 numbers. Can one of them serve a layer of
another size? Give each layer the bias that has one number for each of its units.
3: Three shops deliver: `cost(bread, price_1, fee_1)`, `cost(chairs, price_2, fee_1)`, `cost(books,
price_3, fee_1)`. Each shop has a fee of its own, but all three lines charge that of the first. With
`fee_1`, `fee_2`, `fee_3` every shop gets its own. What belongs to a shop has to change when the
shop does.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b1, sigmoid)
    a3 = my_dense(a2, W3, b1, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b3, sigmoid)
    a2 = my_dense(a1, W2, b3, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3
