"""Naming a function is taken to call it.

1: Look at the line with `g`. What makes Python run a function, rather than speak of it?
2: What comes back is the function itself, not numbers. A name without brackets stands for the
function; nothing is computed. Print `type(...)` of what you return. What has to stand behind the
name, and what goes between?
3: `length = len` gives a second name to the function. `print(length)` shows `<built-in function
len>`. With `length = len("ada")` the function runs, and `length` is 3. It is like a recipe and a
cake: to hand over the recipe is not yet to bake.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    return g

# %%
def my_dense_v(A_in, W, b, g):
    A_out = np.matmul(A_in, W) + b
    A_out = g
    return A_out
