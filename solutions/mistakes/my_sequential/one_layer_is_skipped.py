"""The signal is taken to reach the output without passing through every layer.

1: Put a finger on `x` and trace how its numbers travel to what you return. How many layers do they
pass on the way?
2: One layer has no say in the result. Where the layers differ in width, Python stops there: the
shapes are not aligned. Go back from what you return, line by line, and write down each weight
matrix that you meet. Which of `W1`, `W2` and `W3` could hold any numbers at all, and nothing would
change?
3: A letter goes from town to town: `a = ship(letter, "Bonn")`, `b = ship(a, "Lyon")`, `c = ship(a,
"Rome")`. The last line starts from `a`, so the letter in `c` has never seen Lyon. In `c = ship(b,
"Rome")` it has. A result that is made and never used again is a sign of such a jump. So is a stop
that is missing from the list.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a1, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a3 = my_dense(a1, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a2 = my_dense(x, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3
