"""The result is taken to need one more pair of brackets.

1: How many brackets stand around your result, and how many does the docstring promise?
2: The numbers are right, but the table lies in a box of its own: with 3 examples and 4 units you
give the shape `(1, 3, 4)` where `(3, 4)` is wanted. Print the shape of the activations and of what
you return. Which step adds an axis?
3: A shopping list `["milk", "tea"]` has two things on it. Put into another list, `[["milk",
"tea"]]`, there is one thing, a list. `len` says 1, and the shop looks for a product of that name. A
thing that is complete is handed over as it is.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return np.array([A_out])
