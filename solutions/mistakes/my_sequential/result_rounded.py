"""A result is taken to look better when it is rounded, and no worse for the program.

1: Look at what you do with the numbers before you return them. Are all their digits still there?
2: Your result agrees with the right one in the first digits, and then it ends. What is cut off here
is missing in every later step. Print one result with all its digits. Which step cuts them off?
Round when you show a number, not when you compute with it.
3: A third of a litre, `1 / 3`, rounded to one digit is 0.3. Three such glasses make 0.9 litres, and
a tenth is gone. With `third = 1 / 3` and `print(round(third, 1))` the screen shows 0.3 as well, but
`3 * third` is 1. Keep the full number, show the short one.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return np.round(a3, 2)

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return np.round(a3, 4)

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = np.round(my_dense(x, W1, b1, sigmoid), 3)
    a2 = np.round(my_dense(a1, W2, b2, sigmoid), 3)
    a3 = np.round(my_dense(a2, W3, b3, sigmoid), 3)
    return a3
